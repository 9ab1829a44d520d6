//! Opinions on an item: ratings, reviews, what Common Sense Media says, and summaries.

use crate::text::Text;
use plex_sdk_derive::model;

/// A rating from one source.
#[model]
pub struct Rating {
    /// Source of the rating and its verdict, such as `rottentomatoes://image.rating.ripe`.
    pub image: Option<Text>,
    /// Who rated the item: `audience` or `critic`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// Rating, 0 to 10.
    pub value: Option<f64>,
    /// Number of ratings that `value` is based on.
    pub count: Option<u32>,
}

/// A critic's review.
#[model]
pub struct Review {
    /// ID of the review on the server.
    pub id: Option<u64>,
    /// Filter that finds this review.
    pub filter: Option<Text>,
    /// Source of the review and its verdict, such as `rottentomatoes://image.review.fresh`.
    pub image: Option<Text>,
    /// URL of the full review.
    pub link: Option<Text>,
    /// Publication that the review appeared in.
    pub source: Option<Text>,
    /// Name of the critic.
    pub tag: Option<Text>,
    /// Text of the review.
    pub text: Option<Text>,
}

/// A review of a title by Common Sense Media.
#[model]
pub struct CommonSenseMedia {
    /// ID of the review.
    pub id: Option<u64>,
    /// API path of the full review.
    pub key: Option<Text>,
    /// Verdict in one sentence.
    pub one_liner: Option<Text>,
    /// Text that answers whether the title is any good.
    pub any_good: Option<Text>,
    /// Text about what parents need to know.
    pub parents_need_to_know: Option<Text>,
    /// Age ratings, by group of reviewers.
    #[wire(name = "AgeRating")]
    pub age_ratings: Vec<AgeRating>,
    /// Ratings by topic.
    #[wire(name = "ParentalAdvisoryTopic")]
    pub parental_advisory_topics: Vec<ParentalAdvisoryTopic>,
    /// Questions to discuss after watching.
    #[wire(name = "TalkingPoint")]
    pub talking_points: Vec<TalkingPoint>,
}

/// An age rating by one group of reviewers.
#[model]
pub struct AgeRating {
    /// Group of reviewers: `official`, `adult` or `child`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// Recommended minimum age, in years.
    pub age: Option<f64>,
    /// Recommended age as text, such as `10+`.
    pub age_group: Option<Text>,
    /// Rating, 0 to 5.
    pub rating: Option<f64>,
    /// Number of ratings that `rating` is based on.
    pub rating_count: Option<u32>,
}

/// How much of one topic a title contains.
#[model]
pub struct ParentalAdvisoryTopic {
    /// Identifier of the topic, such as `violence`.
    pub id: Option<Text>,
    /// Display name of the topic.
    pub label: Option<Text>,
    /// Text about what the title contains.
    pub tag: Option<Text>,
    /// Whether the topic is positive, such as role models.
    pub positive: Option<bool>,
    /// How much of the topic the title contains, 0 to 5.
    pub rating: Option<f64>,
}

/// A question to discuss after watching.
#[model]
pub struct TalkingPoint {
    /// Text of the question.
    pub tag: Option<Text>,
}

/// A summary of a given length, from a cloud provider.
#[model]
pub struct ShortSummary {
    /// What kind of summary it is.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// The summary itself.
    #[wire(name = "tag")]
    pub text: Option<Text>,
    /// Its greatest length, in characters.
    pub size: Option<u32>,
}
