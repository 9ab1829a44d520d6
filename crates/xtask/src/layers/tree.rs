//! [`Tree`]: the modules of a crate, what each defines and re-exports, and which other modules each imports from.

use super::paths::{self, Written};
use quote::ToTokens as _;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use syn::Item;

/// The names of a module and those it is in, without `crate`.
type ModulePath = Vec<String>;

/// Where an import is written.
#[derive(Clone, Debug)]
pub(super) struct Use {
    pub(super) file: PathBuf,
    pub(super) line: usize,
    pub(super) path: String,
}

/// A module with a file of its own. Modules written inside it belong to it.
#[derive(Default)]
struct Module {
    file: PathBuf,
    /// The names of the items it defines.
    items: BTreeSet<String>,
    /// What it imports at its top, by the name it is imported as.
    named: BTreeMap<String, Vec<String>>,
    globs: Vec<Vec<String>>,
    /// The paths it uses, and how deep inside the file's own modules.
    uses: Vec<(Written, usize)>,
}

pub(super) struct Tree {
    modules: BTreeMap<ModulePath, Module>,
    /// How the crate calls itself, by `extern crate self as`.
    alias: Option<String>,
}

impl Tree {
    /// Reads a crate from its root file on.
    pub(super) fn load(
        read: &dyn Fn(&Path) -> Option<String>,
        root: &Path,
    ) -> Result<Self, String> {
        let mut tree = Self {
            modules: BTreeMap::new(),
            alias: None,
        };
        tree.module(read, &ModulePath::new(), root)?;
        Ok(tree)
    }

    fn module(
        &mut self,
        read: &dyn Fn(&Path) -> Option<String>,
        path: &ModulePath,
        file: &Path,
    ) -> Result<(), String> {
        let text = read(file).ok_or_else(|| format!("{} cannot be read", file.display()))?;
        let parsed =
            syn::parse_file(&text).map_err(|error| format!("{}: {error}", file.display()))?;
        let mut module = Module {
            file: file.to_owned(),
            ..Module::default()
        };
        let mut children = Vec::new();
        self.items(&mut module, parsed.items, 0, &mut children);
        self.modules.insert(path.clone(), module);
        for child in children {
            let folder: PathBuf = path.iter().collect();
            let beside = folder.join(format!("{child}.rs"));
            let inside = folder.join(&child).join("mod.rs");
            let file = if read(&beside).is_some() {
                beside
            } else {
                inside
            };
            let mut path = path.clone();
            path.push(child);
            self.module(read, &path, &file)?;
        }
        Ok(())
    }

    fn items(
        &mut self,
        module: &mut Module,
        items: Vec<Item>,
        depth: usize,
        children: &mut Vec<String>,
    ) {
        for item in items {
            if attributes(&item)
                .iter()
                .any(|attribute| paths::is_for_tests(&attribute.meta.to_token_stream()))
            {
                continue;
            }
            match item {
                Item::Mod(inner) => match inner.content {
                    Some((_, items)) => {
                        module.items.insert(inner.ident.to_string());
                        self.items(module, items, depth + 1, children);
                    }
                    None => children.push(inner.ident.to_string()),
                },
                Item::ExternCrate(this) => {
                    if this.ident == "self" {
                        self.alias = this.rename.map(|(_, name)| name.to_string());
                    }
                }
                item => {
                    let tokens = item.to_token_stream();
                    if depth == 0 {
                        module.define(&item);
                    }
                    let uses = paths::within_crate(tokens, self.alias.as_deref());
                    module
                        .uses
                        .extend(uses.into_iter().map(|path| (path, depth)));
                }
            }
        }
    }

    /// Every import from one module to another, with where it is written.
    pub(super) fn imports(&self) -> Vec<(ModulePath, ModulePath, Use)> {
        let mut imports = Vec::new();
        for (from, module) in &self.modules {
            for (written, depth) in &module.uses {
                let to = self.target(from, &written.segments, *depth, &mut BTreeSet::new());
                if let Some(to) = to.filter(|to| to != from) {
                    let at = Use {
                        file: module.file.clone(),
                        line: written.line,
                        path: written.segments.join("::"),
                    };
                    imports.push((from.clone(), to, at));
                }
            }
        }
        imports
    }

    /// The module that defines what a path names; `None` for another crate's.
    fn target(
        &self,
        from: &ModulePath,
        path: &[String],
        depth: usize,
        seen: &mut BTreeSet<(ModulePath, Vec<String>)>,
    ) -> Option<ModulePath> {
        if !seen.insert((from.clone(), path.to_vec())) {
            return None;
        }
        let mut module = from.clone();
        let mut depth = depth;
        let mut rest = path;
        let mut relative = true;
        while let [first, others @ ..] = rest {
            match first.as_str() {
                "crate" => module.clear(),
                name if Some(name) == self.alias.as_deref() && relative => module.clear(),
                "self" => {}
                "super" if depth > 0 => depth -= 1,
                "super" => {
                    module.pop();
                }
                _ => break,
            }
            relative = false;
            rest = others;
        }
        // What a module inside the file names is the file's.
        if depth > 0 {
            return Some(module);
        }
        for (at, name) in rest.iter().enumerate() {
            let mut child = module.clone();
            child.push(name.clone());
            if self.modules.contains_key(&child) {
                module = child;
                continue;
            }
            if let Some(to) = self.re_export(&module, name, &rest[at + 1..], seen) {
                return Some(to);
            }
            // A relative path that begins with no module's name is another crate's.
            if at == 0 && relative {
                return None;
            }
            break;
        }
        Some(module)
    }

    /// The module that a name comes from that `module` imports.
    fn re_export(
        &self,
        module: &ModulePath,
        name: &str,
        rest: &[String],
        seen: &mut BTreeSet<(ModulePath, Vec<String>)>,
    ) -> Option<ModulePath> {
        let known = self.modules.get(module)?;
        if known.items.contains(name) {
            return None;
        }
        if let Some(path) = known.named.get(name) {
            let path: Vec<String> = path.iter().chain(rest).cloned().collect();
            return self.target(module, &path, 0, seen);
        }
        known.globs.iter().find_map(|glob| {
            let source = self.target(module, glob, 0, seen)?;
            let defines =
                |module: &Module| module.items.contains(name) || module.named.contains_key(name);
            if source == *module || !self.modules.get(&source).is_some_and(defines) {
                return None;
            }
            self.re_export(&source, name, rest, seen).or(Some(source))
        })
    }
}

impl Module {
    /// Remembers what an item at the top of the module defines or imports.
    fn define(&mut self, item: &Item) {
        let name = match item {
            Item::Const(item) => &item.ident,
            Item::Enum(item) => &item.ident,
            Item::Fn(item) => &item.sig.ident,
            Item::Static(item) => &item.ident,
            Item::Struct(item) => &item.ident,
            Item::Trait(item) => &item.ident,
            Item::TraitAlias(item) => &item.ident,
            Item::Type(item) => &item.ident,
            Item::Union(item) => &item.ident,
            Item::Macro(item) => match &item.ident {
                Some(name) => name,
                None => return,
            },
            Item::Use(item) => {
                for (written, name) in paths::of_use(item.tree.to_token_stream()) {
                    let mut path = written.segments;
                    if name == "*" {
                        path.pop();
                        self.globs.push(path);
                    } else {
                        self.named.insert(name, path);
                    }
                }
                return;
            }
            _ => return,
        };
        self.items.insert(name.to_string());
    }
}

fn attributes(item: &Item) -> &[syn::Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::ExternCrate(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}
