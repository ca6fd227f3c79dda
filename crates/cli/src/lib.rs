//! Rule documents as Markdown and HTML, for the `zjtx` command and for the built site.
//!
//! It renders what `zjtx_evaluator::handbook` wrote, escapes it, and adds nothing of its own. Reading
//! files and judging dossiers are the command's and the evaluator's work.

pub mod html;
pub mod markdown;
