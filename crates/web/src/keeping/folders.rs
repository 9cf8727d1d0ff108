//! The folder that is proposed for backups: one in the documents of the person at this computer.

use std::path::{Path, PathBuf};

/// How the folder is called in every language: it stands in paths that people tell each other.
const NAME: &str = "Tijori Backups";
/// Where desktops of Linux write which folders a person has.
const USER_FOLDERS: &str = ".config/user-dirs.dirs";
/// How the folder of documents is called there.
const DOCUMENTS: &str = "XDG_DOCUMENTS_DIR=";

/// A folder in the documents of whoever runs the program; in the home folder where there are none;
/// nothing where no home is known.
pub(super) fn proposed() -> Option<PathBuf> {
    let home = ["HOME", "USERPROFILE"]
        .into_iter()
        .find_map(|name| std::env::var_os(name).filter(|value| !value.is_empty()))?;
    let home = PathBuf::from(home);
    if !home.is_absolute() {
        return None;
    }
    let told = std::fs::read_to_string(home.join(USER_FOLDERS)).unwrap_or_default();
    let documents = documents_of(&told, &home).unwrap_or_else(|| home.join("Documents"));
    let base = if documents.is_dir() { documents } else { home };
    Some(base.join(NAME))
}

/// The folder of documents as `user-dirs.dirs` tells it: `XDG_DOCUMENTS_DIR="$HOME/…"`.
fn documents_of(told: &str, home: &Path) -> Option<PathBuf> {
    let line = told
        .lines()
        .find_map(|line| line.trim().strip_prefix(DOCUMENTS))?;
    let value = line.trim().trim_matches('"');
    match value.strip_prefix("$HOME/") {
        Some(rest) => Some(home.join(rest)),
        None => Some(PathBuf::from(value)).filter(|path| path.is_absolute()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_found_under_their_own_name() {
        let home = Path::new("/base");
        let told = "# comment\nXDG_MUSIC_DIR=\"$HOME/Musik\"\nXDG_DOCUMENTS_DIR=\"$HOME/নথি\"\n";
        assert_eq!(documents_of(told, home), Some(home.join("নথি")));
        let elsewhere = "XDG_DOCUMENTS_DIR=\"/srv/papers\"";
        assert_eq!(
            documents_of(elsewhere, home),
            Some(PathBuf::from("/srv/papers"))
        );
        assert_eq!(documents_of("XDG_DOCUMENTS_DIR=\"nowhere\"", home), None);
        assert_eq!(documents_of("", home), None);
    }
}
