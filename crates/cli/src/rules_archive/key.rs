//! Keys that sign rules: ed25519, in the files that other programs use for it too (PKCS #8, PEM).

use crate::input;
use anyhow::{Context, Result, anyhow};
use ed25519_dalek::{
    Signature, Signer, SigningKey, VerifyingKey,
    pkcs8::{
        DecodePrivateKey, DecodePublicKey, EncodePrivateKey, EncodePublicKey, spki::der::pem::LineEnding,
    },
};
use rand::{TryRng, rngs::SysRng};
use std::{
    fs::OpenOptions,
    io::Write,
    path::{Path, PathBuf},
};
use zjtx_site::hash;

/// Digits of a fingerprint.
const FINGERPRINT: usize = 16;

/// The key of who signs.
pub struct Secret(SigningKey);

/// A key that is trusted.
pub struct Trusted(VerifyingKey);

impl Secret {
    /// A new key.
    pub fn new() -> Result<Self> {
        let mut bytes = [0; 32];
        SysRng.try_fill_bytes(&mut bytes).context("系统没有给出随机数")?;
        Ok(Self(SigningKey::from_bytes(&bytes)))
    }

    /// Reads a key file.
    pub fn read(path: &Path) -> Result<Self> {
        let key = SigningKey::from_pkcs8_pem(&input::read(path)?);
        Ok(Self(key.map_err(|_| anyhow!("{}：不是签名用的私钥", path.display()))?))
    }

    /// Writes the key for its owner alone, and its public half beside it; returns where that is.
    pub fn write(&self, path: &Path) -> Result<PathBuf> {
        let mut public = path.as_os_str().to_owned();
        public.push(".pub");
        let public = PathBuf::from(public);
        create(path, &self.0.to_pkcs8_pem(LineEnding::LF)?, true)?;
        create(&public, &self.0.verifying_key().to_public_key_pem(LineEnding::LF)?, false)?;
        Ok(public)
    }

    /// Signs bytes.
    pub fn sign(&self, bytes: &[u8]) -> Vec<u8> {
        self.0.sign(bytes).to_vec()
    }

    /// What people compare.
    pub fn fingerprint(&self) -> String {
        Trusted(self.0.verifying_key()).fingerprint()
    }

    /// The public half as settings of a site have it.
    pub fn public_line(&self) -> Result<String> {
        let pem = self.0.verifying_key().to_public_key_pem(LineEnding::LF)?;
        Ok(pem.lines().filter(|line| !line.starts_with('-')).collect())
    }
}

impl Trusted {
    /// Reads a public key.
    pub fn parse(text: &str) -> Result<Self> {
        Ok(Self(VerifyingKey::from_public_key_pem(text).map_err(|_| anyhow!("不是公钥"))?))
    }

    /// Reads a public key as settings of a site have it: the line between the first and the last of its file.
    pub fn of_line(line: &str) -> Result<Self> {
        Self::parse(&format!("-----BEGIN PUBLIC KEY-----\n{line}\n-----END PUBLIC KEY-----\n"))
    }

    /// Whether this key signed the bytes.
    pub fn has_signed(&self, bytes: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature)
            .is_ok_and(|signature| self.0.verify_strict(bytes, &signature).is_ok())
    }

    /// What people compare.
    pub fn fingerprint(&self) -> String {
        hash(self.0.as_bytes()).chars().take(FINGERPRINT).collect()
    }
}

/// Writes a new file; one that is there stays.
fn create(path: &Path, text: &str, is_secret: bool) -> Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, if is_secret { 0o600 } else { 0o644 });
    #[cfg(not(unix))]
    let _ = is_secret;
    let file = options.open(path).and_then(|mut file| file.write_all(text.as_bytes()));
    file.with_context(|| format!("{}：写不了新文件（已有的文件不覆盖）", path.display()))
}
