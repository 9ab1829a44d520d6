//! Finds the paths of a module's tokens that stay in the crate.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A path as it is written, from its first segment on, and the line it ends at. A glob ends with `*`.
#[derive(Debug)]
pub(super) struct Written {
    pub(super) segments: Vec<String>,
    pub(super) line: usize,
}

/// Every path that starts with `crate`, `self` or `super`. `alias` is another name of the crate for itself.
pub(super) fn within_crate(tokens: TokenStream, alias: Option<&str>) -> Vec<Written> {
    let mut found = Vec::new();
    collect(tokens, alias, &mut found);
    found
}

/// The paths of a `use` item, with the name that each is imported as; `*` for a glob.
pub(super) fn of_use(tree: TokenStream) -> Vec<(Written, String)> {
    let tokens: Vec<TokenTree> = tree.into_iter().collect();
    let mut found = Vec::new();
    use_tree(&tokens, &Vec::new(), &mut found);
    found
}

fn collect(tokens: TokenStream, alias: Option<&str>, found: &mut Vec<Written>) {
    let tokens: Vec<TokenTree> = without_tests(tokens);
    let mut at = 0;
    while at < tokens.len() {
        let starts = match &tokens[at] {
            TokenTree::Ident(name) => {
                let name = name.to_string();
                let own = ["crate", "self", "super"].contains(&name.as_str());
                (own || alias == Some(&name))
                    && is_separator(&tokens, at + 1)
                    && !follows(&tokens, at)
            }
            _ => false,
        };
        if starts {
            let mut paths = Vec::new();
            at += use_tree(&tokens[at..], &Vec::new(), &mut paths).max(1);
            found.extend(paths.into_iter().map(|(path, _)| path));
            continue;
        }
        if let TokenTree::Group(group) = &tokens[at] {
            collect(group.stream(), alias, found);
        }
        at += 1;
    }
}

/// Whether `::` stands at this place.
fn is_separator(tokens: &[TokenTree], at: usize) -> bool {
    let colon =
        |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(p)) if p.as_char() == ':');
    colon(at) && colon(at + 1)
}

/// Whether the token at this place goes on a path.
fn follows(tokens: &[TokenTree], at: usize) -> bool {
    at >= 2 && is_separator(tokens, at - 2)
}

/// Reads a path and the groups at its end; tells how many tokens it has.
fn use_tree(tokens: &[TokenTree], prefix: &[String], found: &mut Vec<(Written, String)>) -> usize {
    let mut segments = prefix.to_vec();
    let mut line = 0;
    let mut at = 0;
    loop {
        match tokens.get(at) {
            Some(TokenTree::Ident(name)) => {
                segments.push(name.to_string());
                line = name.span().start().line;
            }
            Some(TokenTree::Punct(star)) if star.as_char() == '*' && at > 0 => {
                segments.push("*".to_owned());
                line = star.span().start().line;
            }
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                let comma =
                    |token: &TokenTree| matches!(token, TokenTree::Punct(p) if p.as_char() == ',');
                for part in inner.split(comma).filter(|part| !part.is_empty()) {
                    use_tree(part, &segments, found);
                }
                return at + 1;
            }
            // `<` of `Vec::<u8>`, or what is no path.
            _ => break,
        }
        at += 1;
        if !is_separator(tokens, at) {
            break;
        }
        at += 2;
    }
    // `{self}` names what stands before it.
    if segments.len() > 1 && segments.last().is_some_and(|last| last == "self") {
        segments.pop();
    }
    let Some(last) = segments.last().cloned() else {
        return at;
    };
    let renamed = match (tokens.get(at), tokens.get(at + 1)) {
        (Some(TokenTree::Ident(word)), Some(TokenTree::Ident(name))) if *word == "as" => {
            name.to_string()
        }
        _ => last,
    };
    found.push((Written { segments, line }, renamed));
    at
}

/// Leaves out items behind `#[cfg(test)]`, such as methods of an `impl`.
fn without_tests(tokens: TokenStream) -> Vec<TokenTree> {
    let all: Vec<TokenTree> = tokens.into_iter().collect();
    let mut kept = Vec::with_capacity(all.len());
    let mut at = 0;
    while at < all.len() {
        if let (Some(TokenTree::Punct(hash)), Some(TokenTree::Group(attribute))) =
            (all.get(at), all.get(at + 1))
            && hash.as_char() == '#'
            && is_for_tests(&attribute.stream())
        {
            at += 2;
            // An item ends with its body or a semicolon.
            while let Some(token) = all.get(at) {
                at += 1;
                let ends = match token {
                    TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                    TokenTree::Punct(end) => end.as_char() == ';',
                    _ => false,
                };
                if ends {
                    break;
                }
            }
            continue;
        }
        kept.push(all[at].clone());
        at += 1;
    }
    kept
}

/// Whether an attribute is `cfg(test)` or `cfg(all(test, …))`, or the same with `doctest`.
pub(super) fn is_for_tests(attribute: &TokenStream) -> bool {
    let text: String = attribute
        .to_string()
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    ["cfg(test)", "cfg(doctest)"].contains(&text.as_str())
        || text.starts_with("cfg(all(test,")
        || text.starts_with("cfg(all(doctest,")
}
