//! Keys that stand outside the database and its copies.
//!
//! The period keys turn a report's id into what the store keeps: without them no copy of the
//! database, its log or its index links an id that somebody knows to anything. They form a ratchet:
//! each is made from the one before by a step that cannot be reversed, and at the close of a period
//! the file moves on and the old state is overwritten. Several servers that start from copies of one
//! file therefore agree on every key without talking to each other.
//!
//! The lasting key draws the noise, so that a restored copy draws the same noise again, and makes
//! the salts of the proof of work, so that these outlive a restart.
//!
//! The signing key, where there is one, vouches for the public keys of blind tokens; the site's settings pin it.

mod file;
mod ratchet;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signer, SigningKey};
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use rand::CryptoRng;
use sha2::Sha256;
use zeroize::Zeroizing;
use zjtx_wire::{Octets, Period, ReportId};

use self::ratchet::Ratchet;
use crate::calendar;
use crate::store::StoredId;

/// Bytes of every key.
const LENGTH: usize = 32;

/// The file of the ratchet.
const PERIOD_FILE: &str = "period.key";

/// The file of the lasting key.
const LASTING_FILE: &str = "lasting.key";

/// The file of the signing key.
const SIGNING_FILE: &str = "signing.key";

/// Why the keys cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// A file cannot be read or written.
    #[error("密钥文件 {file} 无法读写：{error}。请检查 keys 目录的属主与权限（目录 0700，文件 0600）")]
    File {
        /// The file.
        file: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// A file holds something else.
    #[error("密钥文件 {0} 的内容无法识别；请从另一台服务器或保管处取回")]
    NotAKey(PathBuf),
}

/// The keys of one folder.
pub struct Keys {
    folder: PathBuf,
    lasting: [u8; LENGTH],
    signing: Option<SigningKey>,
    ratchet: Mutex<Ratchet>,
}

impl Keys {
    /// Reads the keys of a folder, and makes those that are missing: the ratchet then starts at the
    /// first period that is still open at `now`.
    ///
    /// # Errors
    /// When a file cannot be read or written, or holds no key.
    pub fn open_or_create(
        folder: &Path,
        now: Timestamp,
        random: &mut impl CryptoRng,
    ) -> Result<Self, KeyError> {
        file::make_folder(folder)?;
        if !folder.join(LASTING_FILE).exists() {
            file::write(&folder.join(LASTING_FILE), &ratchet::hexadecimal(&fresh(random)))?;
        }
        if !folder.join(PERIOD_FILE).exists() {
            let first = calendar::period_of(now.saturating_sub(calendar::GRACE).unwrap_or(now));
            file::write(&folder.join(PERIOD_FILE), &Ratchet::new(first, fresh(random)).to_text())?;
        }
        Self::open(folder)
    }

    /// Reads the keys of a folder.
    ///
    /// # Errors
    /// When a file is missing, cannot be read or holds no key.
    pub fn open(folder: &Path) -> Result<Self, KeyError> {
        let lasting = read_key(folder.join(LASTING_FILE))?;
        let ratchet = read_ratchet(folder)?;
        let signing = Some(folder.join(SIGNING_FILE)).filter(|file| file.exists());
        let signing = signing.map(read_key).transpose()?.map(|key| SigningKey::from_bytes(&key));
        Ok(Self { folder: folder.to_owned(), lasting, signing, ratchet: Mutex::new(ratchet) })
    }

    /// Makes the signing key, unless there is one.
    ///
    /// # Errors
    /// When its file cannot be written.
    pub fn ensure_signing_key(&mut self, random: &mut impl CryptoRng) -> Result<(), KeyError> {
        if self.signing.is_none() {
            let key = fresh(random);
            file::write(&self.folder.join(SIGNING_FILE), &ratchet::hexadecimal(&key))?;
            self.signing = Some(SigningKey::from_bytes(&key));
        }
        Ok(())
    }

    /// By what others know the signing key's signatures; `None` where there is no such key.
    pub fn verification_key(&self) -> Option<Octets<LENGTH>> {
        let signing = self.signing.as_ref()?;
        Some(Octets::from_bytes(signing.verifying_key().to_bytes()))
    }

    /// The signature of a text; `None` where there is no signing key.
    pub fn sign(&self, text: &str) -> Option<Octets<64>> {
        let signature = self.signing.as_ref()?.sign(text.as_bytes());
        Some(Octets::from_bytes(signature.to_bytes()))
    }

    /// What the store keeps of an id; `None` once the period's key is destroyed.
    pub fn stored_id(&self, period: Period, id: &ReportId) -> Option<StoredId> {
        let key = self.ratchet().key(period)?;
        let mut stored = [0; 16];
        stored.copy_from_slice(&mac(&key, &[id.as_bytes()])[..16]);
        Some(StoredId::from_bytes(stored))
    }

    /// What the secret of a period's blind tokens is derived from; `None` once the period's key is destroyed.
    pub fn token_seed(&self, period: Period) -> Option<Zeroizing<[u8; LENGTH]>> {
        let key = self.ratchet().key(period)?;
        Some(Zeroizing::new(mac(&key, &[b"blind tokens"])))
    }

    /// By what the store knows the key of a period again; `None` once the key is destroyed.
    pub fn check(&self, period: Period) -> Option<[u8; LENGTH]> {
        let key = self.ratchet().key(period)?;
        Some(mac(&key, &[b"check"]))
    }

    /// The first period whose key still exists.
    pub fn first_period(&self) -> Period {
        self.ratchet().period()
    }

    /// Destroys the keys of all periods up to `period`: the file moves on and what it held is
    /// overwritten.
    ///
    /// # Errors
    /// When the file cannot be written; the keys are still there then.
    pub fn destroy_through(&self, period: Period) -> Result<(), KeyError> {
        let mut ratchet = self.ratchet();
        if ratchet.period() > period {
            return Ok(());
        }
        // Another server that shares the folder may have been faster.
        let mut next = read_ratchet(&self.folder)?;
        if next.period() <= period {
            next.advance_past(period);
            file::replace(&self.folder.join(PERIOD_FILE), &next.to_text())?;
        }
        *ratchet = next;
        Ok(())
    }

    /// Begins anew at a period, with keys that have nothing to do with the old ones.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn begin_anew(&self, period: Period, random: &mut impl CryptoRng) -> Result<(), KeyError> {
        let mut ratchet = self.ratchet();
        let next = Ratchet::new(period, fresh(random));
        file::replace(&self.folder.join(PERIOD_FILE), &next.to_text())?;
        *ratchet = next;
        Ok(())
    }

    /// The seed of whatever is drawn for one released batch: always the same for the same batch.
    pub fn noise_seed(&self, batch: &str) -> [u8; LENGTH] {
        mac(&self.lasting, &[b"noise|", batch.as_bytes()])
    }

    /// The salt that reports of a period hash for their proof of work.
    pub fn work_salt(&self, period: Period) -> String {
        let digest = mac(&self.lasting, &[b"work|", period.to_string().as_bytes()]);
        URL_SAFE_NO_PAD.encode(&digest[..16])
    }

    fn ratchet(&self) -> MutexGuard<'_, Ratchet> {
        self.ratchet.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn read_key(file: PathBuf) -> Result<[u8; LENGTH], KeyError> {
    ratchet::key_from(file::read(&file)?.trim()).ok_or(KeyError::NotAKey(file))
}

fn read_ratchet(folder: &Path) -> Result<Ratchet, KeyError> {
    let file = folder.join(PERIOD_FILE);
    let text = file::read(&file)?;
    Ratchet::from_text(text.trim()).ok_or(KeyError::NotAKey(file))
}

fn fresh(random: &mut impl CryptoRng) -> [u8; LENGTH] {
    let mut key = [0; LENGTH];
    random.fill_bytes(&mut key);
    key
}

/// HMAC-SHA-256 over the parts.
fn mac(key: &[u8; LENGTH], parts: &[&[u8]]) -> [u8; LENGTH] {
    let keyed = Hmac::<Sha256>::new_from_slice(key);
    let mac = keyed.unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"));
    parts.iter().fold(mac, |mac, part| mac.chain_update(part)).finalize().into_bytes().into()
}

#[cfg(test)]
mod tests;
