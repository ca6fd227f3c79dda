//! Region codes of GB/T 2260: a code ending in `00` stands for everything within it.

/// Whether the outer region is the inner one or has it within.
pub(crate) fn contains_region(outer: &str, inner: &str) -> bool {
    inner.starts_with(significant(outer))
}

/// The leading pairs of a region code that are not `00`.
pub(crate) fn significant(region: &str) -> &str {
    let mut code = region;
    while let Some(shorter) = code.strip_suffix("00") {
        code = shorter;
    }
    code
}
