//! Where backups are kept: a folder, or S3-compatible storage (SPEC-keeping.md, section 2).

use crate::Key;

/// A place for backups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its key.
    pub key: Key,
    /// What the person calls it.
    pub name: String,
    /// What it is.
    pub kind: PlaceKind,
}

/// What a place is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceKind {
    /// A folder of this computer, of a disk or share attached to it: its absolute path.
    Folder(String),
    /// A bucket of S3-compatible storage.
    S3(S3Place),
}

impl PlaceKind {
    /// The stored, language-free name.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Folder(_) => "folder",
            Self::S3(_) => "s3",
        }
    }

    /// The path, or the endpoint with bucket and prefix: for a person to know it by.
    pub fn address(&self) -> String {
        match self {
            Self::Folder(path) => path.clone(),
            Self::S3(s3) => {
                let parts = [s3.endpoint.trim_end_matches('/'), &s3.bucket, &s3.prefix];
                let told = parts.into_iter().filter(|part| !part.is_empty());
                told.collect::<Vec<_>>().join("/")
            }
        }
    }
}

/// A bucket, and how to reach it. The secret access key lies in the vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct S3Place {
    /// As `https://s3.example.com`; empty for the maker's own of the region.
    pub endpoint: String,
    /// As `ap-south-1`.
    pub region: String,
    /// The bucket.
    pub bucket: String,
    /// What all keys begin with, without slashes at its ends; may be empty.
    pub prefix: String,
    /// Whether the bucket stands in the path and not in the host's name.
    pub is_path_style: bool,
    /// Who signs the requests. Not secret.
    pub access_key_id: String,
    /// Under which key the vault holds the secret access key.
    pub secret: Key,
}
