//! Long and timed tests: `cargo bench --package zjtx-aggregator --bench assure [-- NAME…]`.

fn main() {}
