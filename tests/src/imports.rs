//! Which file of a crate takes what from which other, read from its source.
//!
//! Counted are `use` lines and written-out paths outside tests. A re-export is followed to the file that
//! defines the name, so that `mod.rs` does not stand for everything beneath it; declaring and re-exporting
//! a module's children counts as no import.

use proc_macro2::{TokenStream, TokenTree};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};
use syn::{Attribute, Item, ItemUse, UseTree, Visibility, visit::Visit};

/// A module as its path beneath the crate, such as `["language", "nodes"]`; the root is empty.
pub type Module = Vec<String>;

/// The modules of one crate, with the modules that each imports from.
#[derive(Debug, Default)]
pub struct Imports {
    files: BTreeMap<Module, File>,
}

/// What one file holds.
#[derive(Debug, Default)]
struct File {
    /// Names that it defines.
    defined: BTreeSet<String>,
    /// Names that it passes on from elsewhere, with the path it writes for them.
    passed_on: BTreeMap<String, Vec<String>>,
    /// Modules of which it passes on every name.
    globs: Vec<Vec<String>>,
    /// Paths that it imports or writes out.
    paths: Vec<Vec<String>>,
    /// Modules beneath it that hold only tests.
    tests: Vec<String>,
}

impl Imports {
    /// Reads every file beneath a crate's `src`.
    ///
    /// # Panics
    /// When a file cannot be read or is not Rust.
    #[must_use]
    pub fn of(src: &Path) -> Self {
        let mut imports = Self::default();
        imports.read(src, &[]);
        imports.without_tests()
    }

    fn read(&mut self, folder: &Path, within: &[String]) {
        let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for path in entries.map(|entry| entry.expect("an entry of the folder").path()) {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let inner = [within, std::slice::from_ref(&name)].concat();
            if path.is_dir() {
                self.read(&path, &inner);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let module = if matches!(name.as_str(), "lib" | "main" | "mod") { within } else { &inner };
                self.files.insert(module.to_vec(), File::of(&path));
            }
        }
    }

    fn without_tests(mut self) -> Self {
        let within = |(module, file): (&Module, &File)| -> Vec<Module> {
            file.tests.iter().map(|name| [module.as_slice(), std::slice::from_ref(name)].concat()).collect()
        };
        let tests: Vec<Module> = self.files.iter().flat_map(within).collect();
        self.files.retain(|module, _| !tests.iter().any(|test| module.starts_with(test)));
        self
    }

    /// Every file as its module, with those it imports from.
    #[must_use]
    pub fn edges(&self) -> BTreeMap<Module, BTreeSet<Module>> {
        let edges = self.files.iter().map(|(module, file)| {
            let found = file.paths.iter().filter_map(|path| self.origin(module, path, 0));
            (module.clone(), found.filter(|origin| origin != module).collect())
        });
        edges.collect()
    }

    /// Files that import each other, directly or through others: the circles, each with its members.
    #[must_use]
    pub fn circles(&self) -> Vec<BTreeSet<Module>> {
        let edges = self.edges();
        let reached: BTreeMap<&Module, BTreeSet<Module>> =
            edges.keys().map(|module| (module, reached(module, &edges))).collect();
        let mut circles: Vec<BTreeSet<Module>> = Vec::new();
        for (module, beyond) in &reached {
            let known = circles.iter().any(|circle| circle.contains(*module));
            if beyond.contains(*module) && !known {
                let back = |other: &&Module| reached[*other].contains(*module);
                circles.push(beyond.iter().filter(back).cloned().collect());
            }
        }
        circles
    }

    /// The file that defines what a path names, as written in a module.
    fn origin(&self, from: &Module, path: &[String], depth: usize) -> Option<Module> {
        assert!(depth < 32, "{path:?} in {from:?} is passed on in a ring");
        let (mut module, mut rest) = self.start(from, path)?;
        while let Some((name, after)) = rest.split_first() {
            let inner = [module.as_slice(), std::slice::from_ref(name)].concat();
            if self.files.contains_key(&inner) {
                (module, rest) = (inner, after);
                continue;
            }
            let file = &self.files[&module];
            if file.defined.contains(name) {
                break;
            }
            if let Some(written) = file.passed_on.get(name) {
                return self.origin(&module, &[written.as_slice(), after].concat(), depth + 1);
            }
            let globs = file.globs.iter().filter_map(|glob| self.origin(&module, glob, depth + 1));
            let holder = globs.filter(|glob| self.holds(glob, name)).collect::<Vec<_>>();
            return holder.first().map_or(Some(module), |holder| {
                self.origin(holder, &[&["self".to_owned()], rest].concat(), depth + 1)
            });
        }
        Some(module)
    }

    fn holds(&self, module: &Module, name: &str) -> bool {
        let file = &self.files[module];
        file.defined.contains(name) || file.passed_on.contains_key(name)
    }

    /// The module that a path begins in, and what is left of it; `None` for other crates.
    fn start<'p>(&self, from: &Module, path: &'p [String]) -> Option<(Module, &'p [String])> {
        let (first, mut rest) = path.split_first()?;
        let mut module = match first.as_str() {
            "crate" => Vec::new(),
            "self" => from.clone(),
            "super" => from[..from.len() - 1].to_vec(),
            child => {
                let inner = [from.as_slice(), &[child.to_owned()]].concat();
                let is_near =
                    self.files.contains_key(&inner) || self.files[from].passed_on.contains_key(child);
                return is_near.then(|| (from.clone(), path));
            }
        };
        while let Some(("super", after)) = rest.split_first().map(|(name, after)| (name.as_str(), after)) {
            module.pop();
            rest = after;
        }
        Some((module, rest))
    }
}

/// Modules that can be reached from one over at least one import.
fn reached(module: &Module, edges: &BTreeMap<Module, BTreeSet<Module>>) -> BTreeSet<Module> {
    let mut found = BTreeSet::new();
    let mut open = vec![module];
    while let Some(next) = open.pop() {
        for target in &edges[next] {
            if found.insert(target.clone()) {
                open.push(target);
            }
        }
    }
    found
}

impl File {
    fn of(path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let parsed = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut file = Self::default();
        file.visit_file(&parsed);
        file
    }

    fn import(&mut self, item: &ItemUse) {
        let is_private = matches!(item.vis, Visibility::Inherited);
        for (path, name) in leaves(&item.tree) {
            match (is_private, name) {
                (true, _) => self.paths.push(path),
                (false, Some(name)) => {
                    self.passed_on.insert(name, path);
                }
                (false, None) => self.globs.push(path),
            }
        }
    }
}

impl<'s> Visit<'s> for File {
    fn visit_item(&mut self, item: &'s Item) {
        let (name, attributes) = named(item);
        if attributes.iter().any(is_for_tests) {
            if let Item::Mod(module) = item {
                self.tests.push(module.ident.to_string());
            }
            return;
        }
        self.defined.extend(name);
        match item {
            Item::Use(item) => self.import(item),
            other => syn::visit::visit_item(self, other),
        }
    }

    /// `pub(super)` imports nothing.
    fn visit_visibility(&mut self, _: &'s Visibility) {}

    /// A macro may name anything in scope.
    fn visit_macro(&mut self, invoked: &'s syn::Macro) {
        self.paths.extend(idents(invoked.tokens.clone()).into_iter().map(|name| vec![name]));
    }

    fn visit_path(&mut self, path: &'s syn::Path) {
        let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.paths.push(names);
        syn::visit::visit_path(self, path);
    }
}

/// Every name among the tokens of a macro.
fn idents(tokens: TokenStream) -> Vec<String> {
    let names = tokens.into_iter().flat_map(|token| match token {
        TokenTree::Ident(ident) if ident == "crate" || ident == "self" || ident == "super" => Vec::new(),
        TokenTree::Ident(ident) => vec![ident.to_string()],
        TokenTree::Group(group) => idents(group.stream()),
        TokenTree::Punct(_) | TokenTree::Literal(_) => Vec::new(),
    });
    names.collect()
}

/// The paths of a `use` line with the names they bring in; no name stands for every name of a module.
fn leaves(tree: &UseTree) -> Vec<(Vec<String>, Option<String>)> {
    match tree {
        UseTree::Name(name) => vec![(vec![name.ident.to_string()], Some(name.ident.to_string()))],
        UseTree::Rename(name) => vec![(vec![name.ident.to_string()], Some(name.rename.to_string()))],
        UseTree::Glob(_) => vec![(Vec::new(), None)],
        UseTree::Group(group) => group.items.iter().flat_map(leaves).collect(),
        UseTree::Path(path) => {
            let first = path.ident.to_string();
            let inner = leaves(&path.tree).into_iter();
            inner.map(|(rest, name)| ([vec![first.clone()], rest].concat(), name)).collect()
        }
    }
}

/// The name that an item defines, and what stands above it.
fn named(item: &Item) -> (Option<String>, &[Attribute]) {
    let (ident, attributes) = match item {
        Item::Const(item) => (&item.ident, &item.attrs),
        Item::Enum(item) => (&item.ident, &item.attrs),
        Item::Fn(item) => (&item.sig.ident, &item.attrs),
        Item::Static(item) => (&item.ident, &item.attrs),
        Item::Struct(item) => (&item.ident, &item.attrs),
        Item::Trait(item) => (&item.ident, &item.attrs),
        Item::Type(item) => (&item.ident, &item.attrs),
        Item::Macro(item) => {
            return (item.ident.as_ref().map(ToString::to_string), &item.attrs);
        }
        Item::Mod(item) => return (None, &item.attrs),
        Item::Impl(item) => return (None, &item.attrs),
        Item::Use(item) => return (None, &item.attrs),
        _ => return (None, &[]),
    };
    (Some(ident.to_string()), attributes)
}

/// `#[cfg(test)]`, alone or among others.
fn is_for_tests(attribute: &Attribute) -> bool {
    let syn::Meta::List(list) = &attribute.meta else { return false };
    list.path.is_ident("cfg")
        && list.tokens.to_string().split(|c: char| !c.is_alphanumeric()).any(|word| word == "test")
}
