//! The users of a data folder, and what seals the seeds of their second factors.

use crate::failure::Failure;
use mail::Vault;
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

/// What signs them in. Two passwords are hashed at a time for each processor.
///
/// # Errors
/// When the vault cannot be opened.
pub fn sign_in(app: &App, directory: Arc<dyn Directory>) -> Result<SignIn, Failure> {
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let hasher = Hasher::new(processors * 2)?;
    let vault = app.mailroom.vault()?;
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
