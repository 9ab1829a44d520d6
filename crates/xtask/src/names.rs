//! No two public types of the libraries share a name.
//!
//! Two kinds of namesakes are intended: a type of the blocking client and its async twin, and two operations, which have
//! their published names and are told apart by their groups.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use syn::{Attribute, Ident, Item, Macro, Visibility};

/// The crates with a public API.
const LIBRARIES: [&str; 3] = ["contract", "client", "embedded"];

/// Macros that define a public type whose name comes first.
const NAME_FIRST: [&str; 2] = ["open_enum", "id"];

/// Fails if two types share a name.
pub(crate) fn check() -> Result<(), String> {
    let mut types: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for library in LIBRARIES {
        let folder = super::root().join("crates").join(library).join("src");
        for file in files(&folder)? {
            let text = super::read(&file)?;
            let named = |error| format!("{}: {error}", file.display());
            for name in public_types(&text).map_err(named)? {
                types.entry(name).or_default().push(file.clone());
            }
        }
    }
    let count = types.len();
    let shared: Vec<String> = types
        .into_iter()
        .filter(|(_, files)| !is_intended(files))
        .map(|(name, files)| {
            let files: Vec<String> = files.iter().map(|it| it.display().to_string()).collect();
            format!("{name}: {}", files.join(", "))
        })
        .collect();
    if shared.is_empty() {
        println!("{count} public type names; only twins and operations share one");
        return Ok(());
    }
    let list = shared.join("\n  ");
    Err(format!("public types share a name:\n  {list}"))
}

/// Whether types in these files may have the same name.
fn is_intended(files: &[PathBuf]) -> bool {
    let is_twin = |file: &&PathBuf| {
        let path = file.to_string_lossy();
        path.contains("client/src/blocking")
    };
    let is_operation = |file: &PathBuf| file.to_string_lossy().contains("contract/src/endpoints");
    let others = files.iter().filter(|file| !is_twin(file)).count();
    (others <= 1 && files.len() - others <= 1) || files.iter().all(is_operation)
}

/// All Rust files of a folder that are no tests.
fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let failed = |error| format!("{}: {error}", folder.display());
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.extension().is_some_and(|it| it == "rs") && !path.ends_with("tests.rs") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The names of the public types that a file defines.
fn public_types(text: &str) -> Result<Vec<String>, String> {
    let file = syn::parse_file(text).map_err(|error| error.to_string())?;
    let mut names = Vec::new();
    collect(&file.items, &mut names);
    Ok(names)
}

fn collect(items: &[Item], names: &mut Vec<String>) {
    for item in items {
        let (visibility, name) = match item {
            Item::Struct(item) => (&item.vis, &item.ident),
            Item::Enum(item) => (&item.vis, &item.ident),
            Item::Trait(item) => (&item.vis, &item.ident),
            Item::Type(item) => (&item.vis, &item.ident),
            Item::Union(item) => (&item.vis, &item.ident),
            Item::Mod(module) if !is_test(&module.attrs) => {
                let inner = module.content.as_ref();
                collect(inner.map_or(&[], |(_, items)| items), names);
                continue;
            }
            // The definition of a macro has no names yet.
            Item::Macro(call) if call.ident.is_none() => {
                names.extend(made_by(&call.mac));
                continue;
            }
            _ => continue,
        };
        if matches!(visibility, Visibility::Public(_)) {
            names.push(name.to_string());
        }
    }
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute
                .meta
                .require_list()
                .is_ok_and(|list| list.tokens.to_string() == "test")
    })
}

/// The names of the public types that a macro is given to define.
fn made_by(call: &Macro) -> Vec<String> {
    let called = call.path.segments.last();
    if called.is_some_and(|called| NAME_FIRST.iter().any(|name| called.ident == name)) {
        // Attributes stand before the name, in brackets.
        let mut tokens = call.tokens.clone().into_iter();
        let name = tokens.find_map(|token| syn::parse2::<Ident>(token.into()).ok());
        return name.iter().map(Ident::to_string).collect();
    }
    let text = call.tokens.to_string();
    let words: Vec<&str> = text.split_whitespace().collect();
    let kinds = ["struct", "enum", "trait", "type", "union"];
    words
        .windows(3)
        .filter(|three| three[0] == "pub" && kinds.contains(&three[1]))
        .map(|three| three[2].trim_end_matches([':', '{', '<', ';']).to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{is_intended, public_types};
    use std::path::PathBuf;

    #[test]
    fn public_types_are_found_wherever_they_are_made() {
        let text = r#"
            pub struct A; pub enum B {} pub trait C {} pub type D = u8; pub(crate) struct Hidden;
            pub mod inner { pub struct E; }
            open_enum! { /// Words.
                F { Word = "word" } }
            wide! { /// An item.
                pub struct G: H { "x" x: u8, } }
            macro_rules! not_yet { ($Name:ident) => { pub struct $Name; }; }
            #[cfg(test)] mod tests { pub struct Test; }
        "#;
        assert_eq!(
            public_types(text).unwrap(),
            ["A", "B", "C", "D", "E", "F", "G"]
        );
    }

    #[test]
    fn twins_and_operations_may_share_a_name() {
        let intended = |files: &[&str]| {
            let files: Vec<PathBuf> = files.iter().map(PathBuf::from).collect();
            is_intended(&files)
        };
        let (model, client) = ("crates/contract/src/model/a.rs", "crates/client/src/a.rs");
        let blocking = "crates/client/src/blocking/a.rs";
        let operations = [
            "crates/contract/src/endpoints/a.rs",
            "crates/contract/src/endpoints/b.rs",
        ];
        assert!(intended(&[client]));
        assert!(intended(&[client, blocking]));
        assert!(intended(&operations));
        assert!(!intended(&[model, client]));
        assert!(!intended(&[model, client, blocking]));
        assert!(!intended(&[operations[0], model]));
        assert!(!intended(&[model, model]));
    }
}
