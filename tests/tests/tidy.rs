//! What a reader may rely on about the repository itself: edges, sizes, and documents that tell the truth.

use cargo_metadata::{CargoOpt, DependencyKind, Metadata, MetadataCommand, NodeDep, PackageId};
use conformance::files::files;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};
use zjtx_evaluator::Code;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// All packages of the workspace with what they depend on, optional features included.
static METADATA: LazyLock<Metadata> = LazyLock::new(|| {
    let mut command = MetadataCommand::new();
    command.manifest_path(root().join("Cargo.toml")).features(CargoOpt::AllFeatures);
    let options = ["--locked".to_owned(), "--filter-platform".to_owned(), host()];
    command.other_options(options).exec().expect("the workspace")
});

/// The platform of this machine; packages for others need not be on it.
fn host() -> String {
    let output = Command::new("rustc").arg("-vV").output().expect("rustc");
    let text = String::from_utf8(output.stdout).expect("text");
    text.lines().find_map(|line| line.strip_prefix("host: ")).expect("its host").to_owned()
}

fn package(name: &str) -> &'static PackageId {
    let found = METADATA.packages.iter().find(|package| package.name.as_str() == name);
    &found.unwrap_or_else(|| panic!("there is a package {name}")).id
}

/// Names of the packages that a package itself depends on outside its tests, by the packages' own names.
fn dependencies(of: &PackageId) -> impl Iterator<Item = &'static PackageId> {
    let resolved = METADATA.resolve.as_ref().expect("a resolved workspace");
    let node = resolved.nodes.iter().find(|node| node.id == *of).expect("the package's node");
    let is_built_in = |dependency: &&NodeDep| {
        dependency.dep_kinds.iter().any(|kind| kind.kind != DependencyKind::Development)
    };
    node.deps.iter().filter(is_built_in).map(|dependency| &dependency.pkg)
}

/// All that is built into a package, directly or by others.
fn built_into(package: &'static PackageId) -> BTreeSet<&'static str> {
    let (mut names, mut open) = (BTreeSet::new(), vec![package]);
    while let Some(next) = open.pop() {
        for dependency in dependencies(next) {
            if names.insert(METADATA[dependency].name.as_str()) {
                open.push(dependency);
            }
        }
    }
    names
}

#[test]
fn the_evaluator_depends_on_nothing_but_reading_and_errors() {
    let allowed = ["serde", "serde_json", "serde_path_to_error", "thiserror", "schemars"];
    let names = dependencies(package("zjtx-evaluator")).map(|id| METADATA[id].name.as_str());
    let foreign: Vec<_> = names.filter(|name| !allowed.contains(name)).collect();
    assert!(foreign.is_empty(), "{foreign:?}");
}

#[test]
fn what_must_not_judge_has_no_evaluator_built_in() {
    for name in ["zjtx-reference", "zjtx-wire", "zjtx-aggregator"] {
        assert!(!built_into(package(name)).contains("zjtx-evaluator"), "{name} could judge");
    }
    assert!(built_into(package("xtask")).contains("zjtx-evaluator"), "indirect edges are seen");
}

#[test]
fn rust_files_are_short() {
    let long: Vec<String> = files(&root(), "rs")
        .into_iter()
        .map(|path| (fs::read_to_string(&path).expect("a file").lines().count(), path))
        .filter(|(lines, _)| *lines > 400)
        .map(|(lines, path)| format!("{} has {lines} lines", path.display()))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn the_architecture_names_only_paths_that_exist() {
    let text = read("ARCHITECTURE.md");
    let quoted = text.split('`').skip(1).step_by(2);
    let paths = quoted.filter(|word| word.contains('/') && !word.contains([' ', '*', '<', ':', '#']));
    let absent: Vec<&str> = paths.filter(|path| !root().join(path).exists()).collect();
    assert!(absent.is_empty(), "{absent:?}");
}

#[test]
fn every_node_kind_has_its_file_and_its_paragraph() {
    let doc = syn::parse_file(&read("evaluator/src/written/node.rs")).expect("Rust");
    let kinds: Vec<String> = doc.items.iter().filter_map(node_kinds).flatten().collect();
    assert!(kinds.len() > 10, "{kinds:?}");
    let language = read("docs/language.md");
    for kind in kinds {
        assert!(
            root().join(format!("evaluator/src/language/nodes/{kind}.rs")).exists(),
            "no file of its own: {kind}"
        );
        assert!(language.contains(&format!("**{kind}**")), "not specified: {kind}");
    }
}

/// The kinds of node, as rule files write them.
fn node_kinds(item: &syn::Item) -> Option<Vec<String>> {
    let syn::Item::Enum(nodes) = item else { return None };
    let names = nodes.variants.iter().map(|variant| snake_case(&variant.ident.to_string()));
    (nodes.ident == "NodeDoc").then(|| names.collect())
}

fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
}

/// The text of a documentation comment; none for any other line.
fn documentation(line: &str) -> Option<&str> {
    let line = line.trim_start();
    line.strip_prefix("///").or_else(|| line.strip_prefix("//!")).map(str::trim)
}

/// Whether a comment is one English word, which says less than the name beside it.
fn is_one_word(comment: &str) -> bool {
    let word = comment.trim_end_matches('.');
    !word.is_empty() && word.chars().all(|letter| letter.is_ascii_alphabetic())
}

#[test]
fn comments_say_what_a_thing_is() {
    let mut riddles = Vec::new();
    for path in files(&root(), "rs") {
        let text = fs::read_to_string(&path).expect("a file");
        let comments: Vec<Option<&str>> = text.lines().map(documentation).collect();
        for (at, comment) in comments.iter().enumerate() {
            let Some(comment) = comment else { continue };
            let is_alone = [at.wrapping_sub(1), at + 1]
                .iter()
                .all(|other| comments.get(*other).is_none_or(Option::is_none));
            let lower = comment.to_ascii_lowercase();
            if is_alone && is_one_word(comment) || lower.contains("so many") || lower.contains("so much") {
                riddles.push(format!("{}:{}: {comment}", path.display(), at + 1));
            }
        }
    }
    assert!(riddles.is_empty(), "see docs/style.md:\n{}", riddles.join("\n"));
}

/// Playwright's `waitForFunction` takes a promise for a yes: with an asynchronous question a test waits for nothing.
#[test]
fn browser_tests_wait_for_what_they_ask() {
    for path in files(&root().join("tests/e2e"), "mjs") {
        let text = fs::read_to_string(&path).expect("a script");
        assert!(!text.contains("waitForFunction(async"), "{}: `until` waits for promises", path.display());
    }
}

#[test]
fn decisions_are_dated_and_indexed() {
    let index = read("docs/decisions/README.md");
    for path in files(&root().join("docs/decisions"), "md") {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if name != "README.md" {
            let date = name.get(..10).and_then(zjtx_evaluator::Date::parse);
            assert!(date.is_some(), "{name} does not begin with its day");
            assert!(index.contains(&format!("({name})")), "{name} is not in the index");
        }
    }
}

#[test]
fn every_diagnostic_is_specified() {
    let language = read("docs/language.md");
    for code in Code::ALL {
        assert!(language.contains(&format!("| {} `", code.number())), "{}", code.number());
    }
}

/// Folders of what people read, with the extension of its files; rule files and the checker's messages are for their
/// authors.
const PAGES: [(&str, &str); 5] = [
    ("app/src", "rs"),
    ("evaluator/src/language/words", "rs"),
    ("evaluator/src/uses", "rs"),
    ("static", "js"),
    ("static", "html"),
];

/// Words of developers, and vague ones; people read 标准, 待核实, 整理, 理解.
const DEVELOPERS_WORDS: [&str; 7] = ["规则包", "修订", "用例", "读法", "口径", "凭记忆", "看不懂"];

/// What an authority does, where these words are not about our verdict.
const OF_AUTHORITIES: [&str; 3] = ["认定途径", "已认定企业", "认定名单"];

/// Lines of a file that people may read: without comments and tests.
fn lines_for_people(text: &str) -> impl Iterator<Item = &str> {
    let product = text.split("#[cfg(all(test").next().unwrap_or_default();
    product.lines().map(str::trim).filter(|line| !["//", "/*", "*"].iter().any(|mark| line.starts_with(mark)))
}

/// Lines of pages that a person should not have to read.
fn unfit(extension: &str, is_unfit: impl Fn(&str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for (folder, _) in PAGES.iter().filter(|(_, own)| *own == extension) {
        for file in files(&root().join(folder), extension) {
            let text = fs::read_to_string(&file).expect("a text");
            let lines = lines_for_people(&text).filter(|line| is_unfit(line));
            found.extend(lines.map(|line| format!("{}: {line}", file.display())));
        }
    }
    found
}

#[test]
fn pages_speak_no_developers_words() {
    for extension in ["rs", "js", "html"] {
        let found = unfit(extension, |line| DEVELOPERS_WORDS.iter().any(|word| line.contains(word)));
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

#[test]
fn rules_speak_no_developers_words_either() {
    // 「制修订标准」, and that a text was 「修订」, is what officials write. Schemas are for authors.
    let words = DEVELOPERS_WORDS.iter().filter(|word| **word != "修订");
    let is_text = |line: &&str| line.contains("\"zh\":");
    let is_schema = |file: &PathBuf| file.components().any(|part| part.as_os_str() == "schema");
    for file in files(&root().join("rules"), "json").into_iter().filter(|file| !is_schema(file)) {
        let text = fs::read_to_string(&file).expect("a text");
        let mut unfit =
            text.lines().filter(is_text).filter(|line| words.clone().any(|word| line.contains(word)));
        assert_eq!(unfit.next(), None, "{}", file.display());
    }
}

#[test]
fn no_verdict_claims_what_an_authority_decides() {
    let found = unfit("rs", |line| {
        let own = OF_AUTHORITIES.iter().fold(line.to_owned(), |line, allowed| line.replace(allowed, ""));
        own.contains("认定") || own.contains("通过")
    });
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn requirements_are_words_and_numbers_have_no_ellipsis() {
    let found = unfit("rs", |line| {
        let signs = ["≥", "≤"].iter().any(|sign| line.contains(sign));
        let cut = line.match_indices('…').any(|(at, _)| {
            line[..at].ends_with('}') || line[..at].ends_with(|letter: char| letter.is_ascii_digit())
        });
        signs || cut
    });
    assert!(found.is_empty(), "{}", found.join("\n"));
}
