//! Where the businesses are: what was asked for, else the platform's documents folder, unless that
//! is synchronised elsewhere and holds no books yet: then the home folder.

use crate::failure::Failure;
use std::path::{Path, PathBuf};
use store_sqlite::sharer_of;

/// The folder's name inside the documents folder.
const FOLDER_NAME: &str = "Tijori";

/// The data folder.
///
/// # Errors
/// When nothing was asked for and the system names neither a documents nor a home folder.
pub fn data_folder(asked_for: Option<&Path>) -> Result<PathBuf, Failure> {
    asked_for
        .map(Path::to_owned)
        .or_else(|| {
            let documents = dirs::document_dir()?.join(FOLDER_NAME);
            (documents.exists() || sharer_of(&documents).is_none()).then_some(documents)
        })
        .or_else(|| dirs::home_dir().map(|folder| folder.join(FOLDER_NAME)))
        .ok_or_else(|| Failure::usage("data-folder-unknown", vec![]))
}
