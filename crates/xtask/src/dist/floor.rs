//! The oldest browsers that the site is built for: Chromium 97, Safari 16 and Firefox 102, the first that know
//! `'wasm-unsafe-eval'`. Here is what all three know of wasm; what they know of scripts is read by
//! `tests/e2e/floor.test.mjs`.

use anyhow::{Result, anyhow};
use wasmparser::{Validator, WasmFeatures};

use super::asset::Asset;

/// WebAssembly 2.0 without vectors, which Safari knows from 16.4 on.
const KNOWN: WasmFeatures = WasmFeatures::WASM2.difference(WasmFeatures::SIMD);

/// Refuses modules that need more than the oldest of these browsers know.
pub(super) fn check(assets: &[Asset]) -> Result<()> {
    assets.iter().filter(|asset| asset.source.ends_with(".wasm")).try_for_each(check_one)
}

fn check_one(asset: &Asset) -> Result<()> {
    Validator::new_with_features(KNOWN).validate_all(&asset.bytes).map(drop).map_err(|error| {
        anyhow!("{} needs a newer browser than the site is built for: {error}", asset.source)
    })
}

#[cfg(test)]
mod tests {
    use super::{Asset, check};

    /// A module with one function of no parameters and no results, whose body is `code`.
    fn module(code: &[u8]) -> Vec<u8> {
        let mut bytes = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0".to_vec();
        let body = u8::try_from(code.len() + 2).expect("a short body");
        bytes.extend([0x0a, body + 2, 1, body, 0]);
        bytes.extend(code);
        bytes.push(0x0b);
        bytes
    }

    #[test]
    fn a_module_may_extend_signs_and_not_use_vectors() {
        // i32.const 1, i32.extend8_s, drop
        let old = Asset::new("pkg/old.wasm", module(&[0x41, 1, 0xc0, 0x1a]));
        check(&[old]).expect("known since 2020");
        // v128.const 0, drop
        let mut code = vec![0xfd, 0x0c];
        code.extend([0; 16]);
        code.push(0x1a);
        let new = Asset::new("pkg/new.wasm", module(&code));
        let error = check(&[new]).expect_err("Safari 16.0 has no vectors").to_string();
        assert!(error.starts_with("pkg/new.wasm needs a newer browser"), "{error}");
    }
}
