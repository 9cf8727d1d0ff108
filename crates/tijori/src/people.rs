//! The users of a data folder, and what seals the seeds of their second factors.

use crate::failure::Failure;
use mail::Vault;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::thread;
use store_sqlite::UsersFile;
use users::{Directory, Hasher, KeptDirectory, Seal, SignIn, UsersError};
use web::App;

/// The users in a data folder.
///
/// # Errors
/// When their file cannot be made or read.
pub fn in_folder(data: &Path) -> Result<Arc<dyn Directory>, Failure> {
    Ok(Arc::new(KeptDirectory(UsersFile::open(data)?)))
}

/// Whether a server was ever started on a data folder: its users have a file.
pub fn is_in(data: &Path) -> bool {
    UsersFile::is_in(data)
}

/// The file that says where people reach the server.
const ORIGIN_FILE: &str = "origin";

/// Remembers where people reach the server, for links that are made without it. That it cannot be
/// written harms nothing but that.
pub fn keep_origin(data: &Path, origin: &str) {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options
        .open(data.join(ORIGIN_FILE))
        .and_then(|mut file| writeln!(file, "{origin}"));
    if let Err(error) = written {
        tracing::warn!(%error, "where the server is reached was not remembered");
    }
}

/// Where people reached the server that was started last; nothing where none was.
pub fn kept_origin(data: &Path) -> Option<String> {
    let text = fs::read_to_string(data.join(ORIGIN_FILE)).ok()?;
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// What signs them in. Two passwords are hashed at a time for each processor.
///
/// # Errors
/// When the vault cannot be opened.
pub fn sign_in(app: &App, directory: Arc<dyn Directory>) -> Result<SignIn, Failure> {
    sign_in_with(app.mailroom.vault()?, directory)
}

/// What signs them in, with this vault.
///
/// # Errors
/// When the system gives no random numbers.
pub fn sign_in_with(vault: Arc<Vault>, directory: Arc<dyn Directory>) -> Result<SignIn, Failure> {
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let hasher = Hasher::new(processors * 2)?;
    Ok(SignIn::new(directory, hasher, Arc::new(Sealed(vault))))
}

/// The vault as what seals.
pub struct Sealed(pub Arc<Vault>);

impl Seal for Sealed {
    fn seal(&self, context: &str, bytes: &[u8]) -> Result<Vec<u8>, UsersError> {
        self.0
            .seal(context, bytes)
            .map_err(|error| UsersError::directory("seal a second factor", error))
    }

    fn open(&self, context: &str, sealed: &[u8]) -> Result<Vec<u8>, UsersError> {
        self.0
            .unseal(context, sealed)
            .map_err(|error| UsersError::directory("open a second factor", error))
    }
}
