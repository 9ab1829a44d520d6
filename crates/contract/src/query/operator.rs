//! [`Operator`]: how a field is compared.

use std::fmt;

/// How a field is compared with a value, as servers spell it between the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operator {
    /// `=`: a text contains the value; anything else is the value.
    Has,
    /// `!=`: the opposite of [`Has`](Self::Has).
    HasNot,
    /// `==`: a text is the value, whole.
    Is,
    /// `!==`: a text is not the value.
    IsNot,
    /// `<=`: a text begins with the value; a number is not above it.
    Begins,
    /// `>=`: a text ends with the value; a number is not below it.
    Ends,
    /// `>>=`: above the value; of a date: after it.
    Greater,
    /// `<<=`: below the value; of a date: before it.
    Less,
}

impl Operator {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Has,
        Self::HasNot,
        Self::Is,
        Self::IsNot,
        Self::Begins,
        Self::Ends,
        Self::Greater,
        Self::Less,
    ];

    /// Its spelling, as a section's `Meta` gives it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Has => "=",
            Self::HasNot => "!=",
            Self::Is => "==",
            Self::IsNot => "!==",
            Self::Begins => "<=",
            Self::Ends => ">=",
            Self::Greater => ">>=",
            Self::Less => "<<=",
        }
    }

    /// What of it stands at the end of a query parameter's name: all but the last `=`.
    pub(crate) fn in_name(self) -> &'static str {
        let spelling = self.as_str();
        spelling.strip_suffix('=').unwrap_or(spelling)
    }

    /// The operator with this spelling.
    pub fn of(spelling: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|operator| operator.as_str() == spelling)
    }

    /// True for those that an item passes where its field has no value.
    pub const fn is_negative(self) -> bool {
        matches!(self, Self::HasNot | Self::IsNot)
    }
}

impl fmt::Display for Operator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
