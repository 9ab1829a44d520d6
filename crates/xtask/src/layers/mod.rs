//! No module imports from a higher floor: the modules of a crate import each other without circles.
//!
//! What counts as an import is every path that starts with `crate`, `super` or `self`, in `use` items, code and macros, but
//! not in test code. A path is followed through re-exports to the module that defines what it names.
//!
//! The check looks at each folder on its own: the crate's top level, and the modules of each folder among each other. A module
//! and those in its folder are one to all others. An import from `a/b.rs` to `c/d.rs` is an import from `a` to `c`.
//!
//! A module and the modules in its own folder may use each other in both directions: a parent gathers what its children
//! offer, and children use what their parent defines for all of them. But if a child imports by way of its parent what a
//! sibling defines, that is an import from the sibling.

mod paths;
mod tree;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use tree::{Tree, Use};

/// The library and tool crates, by folder, with the name of their root file.
const CRATES: &[(&str, &str)] = &[
    ("contract", "lib.rs"),
    ("derive", "lib.rs"),
    ("client", "lib.rs"),
    ("embedded", "lib.rs"),
    ("cli", "main.rs"),
];

/// Folders that still have circles: the crate, and the path of the module whose folder it is. An entry that is no longer
/// needed is an error.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("contract", "crate::codec"),
    ("contract", "crate::model"),
    ("contract", "crate::query"),
    ("embedded", "crate"),
    ("embedded", "crate::pms"),
    ("embedded", "crate::world"),
    ("cli", "crate"),
];

/// Checks every crate.
pub(crate) fn check() -> Result<(), String> {
    let mut report = String::new();
    for (name, root) in CRATES {
        let folder = crate::root().join("crates").join(name).join("src");
        let read = |path: &Path| std::fs::read_to_string(folder.join(path)).ok();
        let circles = circles(&read, Path::new(root))?;
        let allowed = EXCEPTIONS.iter().filter(|(of, _)| of == name);
        for (_, module) in allowed.clone() {
            if !circles.iter().any(|circle| circle.folder == *module) {
                let _ = writeln!(
                    report,
                    "crates/{name}: `{module}` has no circles any more; remove its exception"
                );
            }
        }
        for circle in &circles {
            if !allowed.clone().any(|(_, module)| circle.folder == *module) {
                report += &circle.describe(name);
            }
        }
    }
    if report.is_empty() {
        Ok(())
    } else {
        Err(report)
    }
}

/// An import from one module of a folder to another.
type Imports = BTreeMap<(String, String), Use>;

/// Modules of one folder that import each other in a circle.
#[derive(Debug)]
struct Circle {
    /// The path of the module whose folder it is, `crate` for the top level.
    folder: String,
    modules: BTreeSet<String>,
    imports: Imports,
}

impl Circle {
    fn describe(&self, of: &str) -> String {
        let modules: Vec<&str> = self.modules.iter().map(String::as_str).collect();
        let mut text = format!(
            "crates/{of}: modules of `{}` import each other in a circle: {}\n",
            self.folder,
            modules.join(", ")
        );
        for ((from, to), at) in &self.imports {
            let (file, line) = (at.file.display(), at.line);
            let _ = writeln!(
                text,
                "  {from} -> {to}: crates/{of}/src/{file}:{line}: {}",
                at.path
            );
        }
        text
    }
}

/// The circles of a crate.
fn circles(read: &dyn Fn(&Path) -> Option<String>, root: &Path) -> Result<Vec<Circle>, String> {
    let tree = Tree::load(read, root)?;
    let mut folders: BTreeMap<Vec<String>, Imports> = BTreeMap::new();
    for (from, to, at) in tree.imports() {
        let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
        // Of a parent and its child one path is the start of the other.
        if let (Some(a), Some(b)) = (from.get(shared), to.get(shared)) {
            let imports = folders.entry(from[..shared].to_vec()).or_default();
            imports.entry((a.clone(), b.clone())).or_insert(at);
        }
    }
    let mut circles = Vec::new();
    for (folder, imports) in folders {
        let folder: Vec<&str> = std::iter::once("crate")
            .chain(folder.iter().map(String::as_str))
            .collect();
        for modules in components(&imports) {
            let within = imports
                .iter()
                .filter(|((a, b), _)| modules.contains(a) && modules.contains(b));
            circles.push(Circle {
                folder: folder.join("::"),
                imports: within
                    .map(|(edge, at)| (edge.clone(), at.clone()))
                    .collect(),
                modules,
            });
        }
    }
    Ok(circles)
}

/// The sets of modules that reach each other.
fn components(imports: &Imports) -> Vec<BTreeSet<String>> {
    let reachable = |start: &String| {
        let mut reached = BTreeSet::new();
        let mut next = vec![start.clone()];
        while let Some(from) = next.pop() {
            for (_, to) in imports.keys().filter(|(a, _)| *a == from) {
                if reached.insert(to.clone()) {
                    next.push(to.clone());
                }
            }
        }
        reached
    };
    let modules: BTreeSet<&String> = imports.keys().map(|(from, _)| from).collect();
    let reached: BTreeMap<&String, BTreeSet<String>> = modules
        .iter()
        .map(|module| (*module, reachable(module)))
        .collect();
    let mut components: Vec<BTreeSet<String>> = Vec::new();
    for (module, reaches) in &reached {
        let back = |other: &&String| reached.get(other).is_some_and(|set| set.contains(*module));
        let component: BTreeSet<String> = reaches.iter().filter(back).cloned().collect();
        if !component.is_empty() && !components.contains(&component) {
            components.push(component);
        }
    }
    components
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    /// The circles of a crate with these files, each as its folder, modules and places.
    fn found(files: &[(&str, &str)]) -> Vec<String> {
        let files: BTreeMap<PathBuf, &str> = files
            .iter()
            .map(|(name, text)| (PathBuf::from(name), *text))
            .collect();
        let read = |path: &Path| files.get(path).map(|text| (*text).to_owned());
        let circles = circles(&read, Path::new("lib.rs")).unwrap();
        circles
            .iter()
            .map(|circle| circle.describe("x").trim_end().to_owned())
            .collect()
    }

    #[test]
    fn a_circle_is_named_with_the_lines_that_make_it() {
        let circles = found(&[
            ("lib.rs", "mod a; mod b; mod c; mod d;"),
            ("a.rs", "use crate::b::B;\npub struct A(B);"),
            ("b.rs", "\npub struct B;\nfn f() { crate::c::g(); }"),
            ("c.rs", "use super::a::{\n    A,\n};\npub fn g() {}"),
            ("d.rs", "use crate::{a, b};"),
        ]);
        assert_eq!(
            circles,
            [
                "crates/x: modules of `crate` import each other in a circle: a, b, c
  a -> b: crates/x/src/a.rs:1: crate::b::B
  b -> c: crates/x/src/b.rs:3: crate::c::g
  c -> a: crates/x/src/c.rs:2: super::a::A"
            ]
        );
    }

    #[test]
    fn floors_have_no_circle() {
        let circles = found(&[
            ("lib.rs", "mod a; mod b; pub use b::B;"),
            (
                "a.rs",
                "use crate::B;\nuse std::fmt;\nuse self::inner::X;\nmod inner { use super::B; pub struct X; }",
            ),
            ("b.rs", "pub struct B; pub(crate) fn f(this: &B) {}"),
        ]);
        assert_eq!(circles, [""; 0]);
    }

    #[test]
    fn re_exports_are_followed() {
        let circles = found(&[
            (
                "lib.rs",
                "mod a; mod b; mod c; pub use a::*; pub use c::Renamed as B;",
            ),
            ("a.rs", "use crate::B;\npub struct A;"),
            ("b.rs", "use crate::A;\npub struct Renamed;"),
            ("c.rs", "pub use crate::b::Renamed;"),
        ]);
        assert_eq!(circles.len(), 1);
        assert!(circles[0].contains("circle: a, b\n"), "{}", circles[0]);
    }

    #[test]
    fn a_parent_and_its_children_may_use_each_other_but_siblings_may_not() {
        let parent = (
            "a/mod.rs",
            "mod x; mod y; pub use x::X; use y::Y; pub struct A(Y);",
        );
        let root = ("lib.rs", "mod a;");
        let y = ("a/y.rs", "use super::{A, X};\npub struct Y;");
        let fine = found(&[root, parent, y, ("a/x.rs", "use super::A; pub struct X;")]);
        assert_eq!(fine, [""; 0]);
        let circle = found(&[
            root,
            parent,
            y,
            ("a/x.rs", "use super::y::Y; pub struct X;"),
        ]);
        assert_eq!(circle.len(), 1);
        assert!(circle[0].contains("of `crate::a`"), "{}", circle[0]);
    }

    #[test]
    fn a_folder_is_one_module_to_others() {
        let circles = found(&[
            ("lib.rs", "mod a; mod b;"),
            ("a.rs", "mod x;"),
            ("a/x.rs", "use crate::b::y::Y;"),
            ("b.rs", "pub mod y; mod z;"),
            ("b/y.rs", "pub struct Y;"),
            ("b/z.rs", "fn f() { super::super::a::x::g() }"),
        ]);
        assert_eq!(circles.len(), 1);
        assert!(circles[0].contains("circle: a, b\n"), "{}", circles[0]);
    }

    #[test]
    fn test_code_and_comments_do_not_count_but_macros_do() {
        let b = ("b.rs", "use crate::a::A; pub struct B;");
        let root = ("lib.rs", "mod a; mod b; #[cfg(test)] mod missing;");
        for (text, expected) in [
            ("/// See [`B`](crate::b::B).\npub struct A;", 0),
            ("#[cfg(test)]\nmod tests { use crate::b::B; }", 0),
            ("#[cfg(test)]\nuse crate::b::B;", 0),
            ("#[cfg(all(test, unix))]\nfn f() { crate::b::g() }", 0),
            ("impl A { #[cfg(test)] fn f() { crate::b::g() } }", 0),
            ("#[cfg(not(test))]\nuse crate::b::B;", 1),
            ("macro_rules! m { () => { $crate::b::B } }", 1),
            ("fn f() { println!(\"{}\", crate::b::B) }", 1),
        ] {
            let circles = found(&[root, ("a.rs", text), b]);
            assert_eq!(circles.len(), expected, "{text}: {circles:?}");
        }
    }
}
