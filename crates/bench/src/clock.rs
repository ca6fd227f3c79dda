//! A clock in microseconds and a line of output, natively and in Node.

#[cfg(not(target_arch = "wasm32"))]
mod host {
    use std::{sync::LazyLock, time::Instant};

    static START: LazyLock<Instant> = LazyLock::new(Instant::now);

    /// Microseconds since the first call.
    pub(crate) fn now() -> f64 {
        START.elapsed().as_secs_f64() * 1e6
    }

    /// A line of output.
    pub(crate) fn say(line: &str) {
        println!("{line}");
    }
}

#[cfg(target_arch = "wasm32")]
mod host {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = performance, js_name = now)]
        fn milliseconds() -> f64;
        #[wasm_bindgen(js_namespace = console)]
        fn log(line: &str);
    }

    /// Microseconds since the program started.
    pub(crate) fn now() -> f64 {
        milliseconds() * 1e3
    }

    /// A line of output.
    pub(crate) fn say(line: &str) {
        log(line);
    }
}

pub(crate) use host::{now, say};
