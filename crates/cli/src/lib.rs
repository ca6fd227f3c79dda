//! What the `zjtx` command and the build of the site have in common: rule documents as Markdown and HTML, rules as
//! the files of a site, and archives that are the same for the same files.
//!
//! It renders what `zjtx_evaluator::handbook` wrote, escapes it, and adds nothing of its own. Judging dossiers is
//! the evaluator's work.

pub mod archive;
pub mod html;
pub mod markdown;
pub mod site_rules;
