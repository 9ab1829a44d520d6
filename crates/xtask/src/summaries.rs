//! The one sentence that stands for each operation in the table: present, unlike all others, and not made from the name.

use plex_sdk_contract::endpoint::snake_case;
use plex_sdk_contract::endpoints;
use std::collections::HashMap;

/// A summary is shown on one line of a list.
const MAX_LENGTH: usize = 100;

/// First words that say nothing about what an operation does.
const EMPTY_WORDS: &[&str] = &[
    "Calls", "Executes", "Gets", "Handles", "Invokes", "Performs",
];

/// Fails if a summary breaks a rule.
pub(crate) fn check() -> Result<(), String> {
    let rows: Vec<(&str, &str)> = endpoints::all()
        .map(|meta| (meta.name, meta.summary))
        .collect();
    let problems = problems(&rows);
    if !problems.is_empty() {
        return Err(problems.join("\n"));
    }
    println!("{} operations have a summary of their own", rows.len());
    Ok(())
}

/// What is wrong with the summaries of these operations.
fn problems(rows: &[(&str, &str)]) -> Vec<String> {
    let mut problems = Vec::new();
    let mut seen: HashMap<String, &str> = HashMap::new();
    for (name, summary) in rows {
        if let Some(problem) = problem(name, summary) {
            problems.push(format!("{name}: {problem}: {summary:?}"));
        }
        if let Some(other) = seen.insert(summary.to_lowercase(), name) {
            problems.push(format!("{name}: has the summary of {other}: {summary:?}"));
        }
    }
    problems
}

fn problem(name: &str, summary: &str) -> Option<String> {
    let Some(sentence) = summary.strip_suffix('.') else {
        return Some("must end with a full stop".into());
    };
    let first = sentence.split([' ', ',']).next().unwrap_or_default();
    if sentence.contains(". ") {
        return Some("must be one sentence".into());
    }
    if summary.len() > MAX_LENGTH {
        return Some(format!("must have at most {MAX_LENGTH} characters"));
    }
    if !first.starts_with(|c: char| c.is_ascii_uppercase()) || !first.ends_with('s') {
        return Some("must begin with a verb in the third person, such as \"Returns\"".into());
    }
    if EMPTY_WORDS.contains(&first) {
        return Some(format!("\"{first}\" does not say what the operation does"));
    }
    // A name of one word, such as `Scan`, may well be a word of the sentence.
    let published = snake_case(name);
    if published.contains('_') && (summary.contains(name) || summary.contains(&published)) {
        return Some("must not repeat the operation's name".into());
    }
    None
}

#[cfg(test)]
mod tests {
    use super::problems;

    #[test]
    fn broken_summaries_are_found() {
        for (summary, problem) in [
            ("", "full stop"),
            ("Returns the server's identity", "full stop"),
            ("Returns one thing. Returns another.", "one sentence"),
            ("returns the identity.", "verb"),
            ("The identity.", "verb"),
            ("Gets the identity.", "does not say"),
            ("Sends GetIdentity to the server.", "name"),
            ("Sends get_identity to the server.", "name"),
        ] {
            let found = problems(&[("GetIdentity", summary)]).join("\n");
            assert!(found.contains(problem), "{summary:?}: {found:?}");
        }
        let long = format!("Returns {}.", "x".repeat(100));
        assert!(problems(&[("GetIdentity", &long)])[0].contains("at most 100"));
    }

    #[test]
    fn a_repeated_summary_is_found() {
        let same = [
            ("GetOne", "Returns a thing."),
            ("GetTwo", "Returns a Thing."),
        ];
        assert_eq!(problems(&same).len(), 1);
        assert!(problems(&same[..1]).is_empty());
    }
}
