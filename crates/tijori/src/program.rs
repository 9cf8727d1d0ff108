//! Wires the store to the commands: opens the data folder and finds businesses.

use crate::arguments::Arguments;
use crate::data_folder::data_folder;
use crate::failure::Failure;
use crate::keeper::KeptMeans;
use backup::Keeping;
use books::Key;
use catalog::{BlobStore, Place, PlaceKind};
use figures::KeptStore;
use history::Stamp;
use jiff::tz::TimeZone;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{Business, BusinessEntry, BusinessStore, StoreError};
use store_sqlite::{Sharer, SqliteStore, sharer_of};
use web::{App, OpenedFiles};

/// The file that holds the installation's key.
const INSTALLATION_FILE: &str = "installation";
/// The folder of files that arrive in pieces.
const UPLOADS_FOLDER: &str = "uploads";
/// The place in it.
const UPLOADS: catalog::Key = catalog::Key::from_bytes(*b"tijori-uploads-\x01");

/// The opened data folder.
pub struct Program {
    /// The data folder.
    pub folder: PathBuf,
    /// The store itself.
    pub sqlite: Arc<SqliteStore>,
    /// What the faces share.
    pub app: App,
}

impl Program {
    /// Opens the data folder; nobody else may have it open.
    ///
    /// # Errors
    /// When it is in use, cannot be written or is full.
    pub fn open(arguments: &Arguments) -> Result<Self, Failure> {
        let folder = data_folder(arguments.data.as_deref())?;
        if folder.is_file() {
            let arguments = vec![("file", folder.display().to_string())];
            return Err(Failure::usage("data-folder-is-file", arguments));
        }
        if !arguments.shared_folder {
            require_own(&folder)?;
        }
        let mut program = Self::at(&folder)?;
        program.set_import_limit(arguments.import_limit);
        Ok(program)
    }

    /// Files from outside may be as long as was told, where something was.
    pub fn set_import_limit(&mut self, file_bytes: Option<u64>) {
        if let Some(file_bytes) = file_bytes {
            let limits = std::mem::take(&mut self.app.imports.limits);
            self.app.imports.limits = limits.for_files_of(file_bytes);
        }
    }

    /// Opens this folder, which is there or can be made.
    ///
    /// # Errors
    /// As [`Program::open`].
    pub fn at(folder: &Path) -> Result<Self, Failure> {
        let sqlite = Arc::new(SqliteStore::open(folder)?);
        let installation = installation(folder)?;
        let opened = opened_files(Arc::new(KeptStore::new(sqlite.clone())));
        let means = Box::new(KeptMeans::new(folder));
        let mut imports = web::ImportSettings::new(folder);
        imports.uploads = Some(uploads_in(folder)?);
        let app = App {
            keeping: Arc::new(Keeping::new(opened.clone(), means, installation)),
            store: opened.clone(),
            opened,
            installation,
            program_version: env!("CARGO_PKG_VERSION"),
            user_name: user_name(),
            time_zone: TimeZone::system().iana_name().unwrap_or("UTC").to_owned(),
            hosts: Vec::new(),
            downloads: Arc::new(web::DownloadRoom::of_one_house()),
            attachment_bytes_max: web::ATTACHMENT_BYTES_DEFAULT,
            users: None,
            mailroom: web::Mailroom::new(folder),
            imports,
            jobs: web::Jobs::default(),
        };
        Ok(Self {
            folder: folder.to_owned(),
            sqlite,
            app,
        })
    }

    /// The stamp of an act in a business of this time zone.
    ///
    /// # Errors
    /// When the system gives no random numbers.
    pub fn stamp(&self, zone: &str) -> Result<Stamp, Failure> {
        Ok(web::stamp::stamp(&self.app, zone)?)
    }

    /// The business that was meant: by its key, else by its name.
    ///
    /// # Errors
    /// When there is none, or several have that name.
    pub fn find(&self, name_or_key: &str) -> Result<Arc<dyn Business>, Failure> {
        let entries = self.app.store.businesses()?;
        let key = pick(entries.iter(), name_or_key)?;
        Ok(self.app.store.open(key)?)
    }

    /// Refuses a file among the live businesses: it would be lost with them, and is nothing that
    /// may lie there. The folder of safety backups is meant for it.
    ///
    /// # Errors
    /// When it would lie in the data folder, by whatever name.
    pub fn require_outside(&self, path: &Path) -> Result<(), Failure> {
        let whole = std::path::absolute(path)?;
        let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let there = whole.ancestors().find(|path| path.exists());
        let there = real(there.unwrap_or(&whole));
        let is_in = |folder: &Path| whole.starts_with(folder) || there.starts_with(real(folder));
        if is_in(&self.folder) && !is_in(&self.app.imports.safety_folder) {
            let folder = path.display().to_string();
            return Err(Failure::usage(
                "keeping-inside-data",
                vec![("folder", folder)],
            ));
        }
        Ok(())
    }

    /// The business in Trash that was meant.
    ///
    /// # Errors
    /// When there is none, or several have that name.
    pub fn find_removed(&self, name_or_key: &str) -> Result<Key, Failure> {
        let removed = self.app.store.trash()?;
        pick(removed.iter().map(|removed| &removed.entry), name_or_key)
    }
}

/// The businesses, and beside them files that are opened: each in a store of its own.
pub fn opened_files(businesses: Arc<dyn BusinessStore>) -> Arc<OpenedFiles> {
    let make = |folder: &Path| -> Result<Arc<dyn BusinessStore>, StoreError> {
        Ok(Arc::new(SqliteStore::open(folder)?))
    };
    Arc::new(OpenedFiles::new(businesses, Box::new(make)))
}

fn pick<'a>(
    entries: impl Iterator<Item = &'a BusinessEntry>,
    name_or_key: &str,
) -> Result<Key, Failure> {
    let found: Vec<Key> = entries
        .filter(|entry| entry.name == name_or_key || entry.key.to_string() == name_or_key)
        .map(|entry| entry.key)
        .collect();
    match found.as_slice() {
        [key] => Ok(*key),
        [] => Err(Failure::usage(
            "business-unknown",
            vec![("name", name_or_key.to_owned())],
        )),
        several => {
            let keys: Vec<String> = several.iter().map(Key::to_string).collect();
            let arguments = vec![("name", name_or_key.to_owned()), ("keys", keys.join(", "))];
            Err(Failure::usage("business-ambiguous", arguments))
        }
    }
}

/// Refuses a folder that others have their hands on, and says how to insist.
///
/// # Errors
/// `folder-on-network`, `folder-synchronised`.
pub fn require_own(folder: &Path) -> Result<(), Failure> {
    let (code, sharer) = match sharer_of(folder) {
        None => return Ok(()),
        Some(Sharer::Network(kind)) => ("folder-on-network", kind),
        Some(Sharer::Program(name)) => ("folder-synchronised", name.to_owned()),
    };
    let arguments = vec![
        ("folder", folder.display().to_string()),
        ("sharer", sharer),
        ("option", "--shared-folder".to_owned()),
    ];
    Err(Failure::usage(code, arguments))
}

/// Where the pieces of large files lie until all of them are there; the folder is made when the
/// first one comes.
fn uploads_in(folder: &Path) -> Result<Arc<dyn BlobStore>, Failure> {
    let place = Place {
        key: UPLOADS,
        name: UPLOADS_FOLDER.to_owned(),
        kind: PlaceKind::Folder(folder.join(UPLOADS_FOLDER).display().to_string()),
    };
    let opened = blobs::open(&place, "");
    opened.map_err(|error| Failure::fault(error.code(), error.arguments()))
}

/// The key of this installation: drawn once, kept beside the businesses.
fn installation(folder: &Path) -> Result<Key, Failure> {
    let path = folder.join(INSTALLATION_FILE);
    let failed = |reason: String| {
        let arguments = vec![("folder", folder.display().to_string()), ("reason", reason)];
        Failure::fault("folder-not-writable", arguments)
    };
    let kept = fs::read_to_string(&path).ok();
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
        options.mode(0o600);
        // Earlier versions made it readable for everybody; that it cannot be changed harms nobody.
        let _ = fs::set_permissions(&path, fs::Permissions::from_mode(0o600));
    }
    if let Some(key) = kept.and_then(|text| text.trim().parse().ok()) {
        return Ok(key);
    }
    let key = web::stamp::random_key()?;
    options
        .open(&path)
        .and_then(|mut file| {
            writeln!(file, "{key}")?;
            file.sync_all()
        })
        .map_err(|error| failed(error.to_string()))?;
    Ok(key)
}

/// The name of the person at this computer, as the system knows it.
fn user_name() -> String {
    ["USER", "USERNAME", "LOGNAME"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|name| !name.trim().is_empty())
        .unwrap_or_else(|| "owner".to_owned())
}
