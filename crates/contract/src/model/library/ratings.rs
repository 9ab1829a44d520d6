//! Opinions on an item: ratings, reviews, what Common Sense Media says, and summaries.

use crate::text::Text;
use plex_sdk_derive::model;

/// A rating by one source.
#[model]
pub struct Rating {
    /// The source and its verdict, such as `rottentomatoes://image.rating.ripe`.
    pub image: Option<Text>,
    /// Who rated: `audience` or `critic`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// The rating, 0 to 10.
    pub value: Option<f64>,
    /// How many ratings it sums up.
    pub count: Option<u32>,
}

/// A critic's review.
#[model]
pub struct Review {
    /// The review's number.
    pub id: Option<u64>,
    /// The filter that finds this review.
    pub filter: Option<Text>,
    /// The source and its verdict, such as `rottentomatoes://image.review.fresh`.
    pub image: Option<Text>,
    /// The web address of the full review.
    pub link: Option<Text>,
    /// The paper or site that printed it.
    pub source: Option<Text>,
    /// The critic's name.
    pub tag: Option<Text>,
    /// The review's words.
    pub text: Option<Text>,
}

/// What Common Sense Media says of a title.
#[model]
pub struct CommonSenseMedia {
    /// The number of the entry.
    pub id: Option<u64>,
    /// The path of the full entry.
    pub key: Option<Text>,
    /// The verdict in one sentence.
    pub one_liner: Option<Text>,
    /// A text on how good it is.
    pub any_good: Option<Text>,
    /// A text on what parents should be aware of.
    pub parents_need_to_know: Option<Text>,
    /// The ages it suits, by who says so.
    #[wire(name = "AgeRating")]
    pub age_ratings: Vec<AgeRating>,
    /// How it fares topic by topic.
    #[wire(name = "ParentalAdvisoryTopic")]
    pub parental_advisory_topics: Vec<ParentalAdvisoryTopic>,
    /// Questions to talk over afterwards.
    #[wire(name = "TalkingPoint")]
    pub talking_points: Vec<TalkingPoint>,
}

/// The age from which a title suits, in one group's view.
#[model]
pub struct AgeRating {
    /// Whose view it is: `official`, `adult` or `child`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// The age in years.
    pub age: Option<f64>,
    /// The age as a word, such as `10+`.
    pub age_group: Option<Text>,
    /// The group's rating, 0 to 5.
    pub rating: Option<f64>,
    /// How many people rated.
    pub rating_count: Option<u32>,
}

/// How much of one topic a title shows.
#[model]
pub struct ParentalAdvisoryTopic {
    /// The topic's word, such as `violence`.
    pub id: Option<Text>,
    /// The topic's name to show.
    pub label: Option<Text>,
    /// A text on what is shown.
    pub tag: Option<Text>,
    /// Whether the topic is a good thing, as role models are.
    pub positive: Option<bool>,
    /// How much of it there is, 0 to 5.
    pub rating: Option<f64>,
}

/// A question to talk over after watching.
#[model]
pub struct TalkingPoint {
    /// The question.
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
