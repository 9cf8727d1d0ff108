//! What the key of a backup's bytes tells, so that a lost catalogue loses nothing: whose it is,
//! when it was made, in which order, and the beginning of its digest (SPEC-keeping.md, 3.2).

use crate::{BlobKey, BlobKeyError, Key};
use jiff::Timestamp;
use jiff::fmt::strtime;
use jiff::tz::TimeZone;

/// What the keys of everything in Trash begin with.
pub const TRASH_PREFIX: &str = "trash/";
/// How moments are written in keys: in UTC, to the second.
const MOMENT: &str = "%Y%m%dt%H%M%Sz";
/// How the name ends.
const ENDING: &str = ".manager";
/// Letters of the digest that are in the name.
const DIGEST_LETTERS: usize = 16;
/// Letters of the business's name that are in the name.
const HINT_LETTERS: usize = 40;

/// The facts in the key of a backup's bytes:
/// `<business>/<moment>-<sequence>-<digest>[-<hint>].manager`, in Trash
/// `trash/<moment of the move>/<the same>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileKey {
    /// The business.
    pub business: Key,
    /// When it was made, to the second.
    pub made_at: Timestamp,
    /// Its number among the backups of the business.
    pub sequence: u64,
    /// The beginning of the SHA-256 of the file, in hexadecimal.
    pub digest: String,
    /// The business's name in plain letters, for a person who looks into the place; may be empty.
    pub hint: String,
    /// When it was moved to Trash, where it was.
    pub trashed_at: Option<Timestamp>,
}

impl FileKey {
    /// The key of a new backup. `name` is whatever the business is called: what of it cannot be
    /// written in plain small letters is left out.
    pub fn new(
        business: Key,
        made_at: Timestamp,
        sequence: u64,
        sha256: &[u8; 32],
        name: &str,
    ) -> Self {
        let mut digest = crate::hex(sha256);
        digest.truncate(DIGEST_LETTERS);
        Self {
            business,
            made_at,
            sequence,
            digest,
            hint: hint_of(name),
            trashed_at: None,
        }
    }

    /// The facts in a key; none when it was not made by [`FileKey::blob_key`].
    pub fn read(key: &BlobKey) -> Option<Self> {
        let text = key.as_str();
        let (trashed_at, rest) = match text.strip_prefix(TRASH_PREFIX) {
            Some(rest) => {
                let (moment, rest) = rest.split_once('/')?;
                (Some(moment_of(moment)?), rest)
            }
            None => (None, text),
        };
        let (business, name) = rest.split_once('/')?;
        let mut parts = name.strip_suffix(ENDING)?.splitn(4, '-');
        let found = Self {
            business: business.parse().ok()?,
            made_at: moment_of(parts.next()?)?,
            sequence: parts.next()?.parse().ok()?,
            digest: parts.next()?.to_owned(),
            hint: parts.next().unwrap_or_default().to_owned(),
            trashed_at,
        };
        (found.blob_key().ok()? == *key).then_some(found)
    }

    /// The key itself.
    ///
    /// # Errors
    /// When the parts cannot be part of one: never for those of [`FileKey::new`].
    pub fn blob_key(&self) -> Result<BlobKey, BlobKeyError> {
        let trash = self.trashed_at.map_or_else(String::new, |moment| {
            format!("{TRASH_PREFIX}{}/", text_of(moment))
        });
        let hint = match self.hint.as_str() {
            "" => String::new(),
            hint => format!("-{hint}"),
        };
        let (moment, sequence) = (text_of(self.made_at), self.sequence);
        let (business, digest) = (self.business, &self.digest);
        format!("{trash}{business}/{moment}-{sequence:06}-{digest}{hint}{ENDING}").parse()
    }

    /// The same backup, moved to Trash at this moment.
    #[must_use]
    pub fn in_trash(&self, moment: Timestamp) -> Self {
        Self {
            trashed_at: Some(moment),
            ..self.clone()
        }
    }

    /// The same backup, brought back from Trash.
    #[must_use]
    pub fn out_of_trash(&self) -> Self {
        Self {
            trashed_at: None,
            ..self.clone()
        }
    }

    /// What the keys of the backups of a business begin with.
    pub fn prefix_of(business: Key) -> String {
        format!("{business}/")
    }
}

/// The name in small plain letters, words joined by hyphens.
fn hint_of(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|letter| match letter {
            _ if letter.is_ascii_alphanumeric() => letter.to_ascii_lowercase(),
            _ => ' ',
        })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let mut hint = words.join("-");
    hint.truncate(HINT_LETTERS);
    hint.trim_end_matches('-').to_owned()
}

fn text_of(moment: Timestamp) -> String {
    strtime::format(MOMENT, &moment.to_zoned(TimeZone::UTC)).unwrap_or_default()
}

fn moment_of(text: &str) -> Option<Timestamp> {
    let read = strtime::parse(MOMENT, text).ok()?.to_datetime().ok()?;
    Some(read.to_zoned(TimeZone::UTC).ok()?.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> FileKey {
        let moment = "2026-11-22T04:05:06.789Z".parse().unwrap();
        let business = "ad12b60b-23bf-4421-94df-8be79cef533e".parse().unwrap();
        FileKey::new(
            business,
            moment,
            12,
            &[0xab; 32],
            "Lamp Shop & Söhne, Dhaka!",
        )
    }

    #[test]
    fn the_key_tells_whose_it_is_and_when_and_in_which_order() {
        let text = key().blob_key().unwrap().to_string();
        assert_eq!(
            text,
            "ad12b60b-23bf-4421-94df-8be79cef533e/\
             20261122t040506z-000012-abababababababab-lamp-shop-s-hne-dhaka.manager"
        );
        let read = FileKey::read(&text.parse().unwrap()).unwrap();
        assert_eq!(
            (read.sequence, read.hint.as_str()),
            (12, "lamp-shop-s-hne-dhaka")
        );
        assert_eq!(read.made_at, "2026-11-22T04:05:06Z".parse().unwrap());
        let trashed = key().in_trash("2026-12-01T00:00:00Z".parse().unwrap());
        let text = trashed.blob_key().unwrap();
        assert!(text.as_str().starts_with("trash/20261201t000000z/ad12b60b"));
        let read = FileKey::read(&text).unwrap();
        assert_eq!(read.trashed_at, trashed.trashed_at);
        assert_eq!(read.out_of_trash().blob_key(), key().blob_key());
    }

    #[test]
    fn a_name_without_plain_letters_is_left_out() {
        let bare = FileKey {
            hint: hint_of("দোকান"),
            ..key()
        };
        let text = bare.blob_key().unwrap();
        assert!(text.as_str().ends_with("-abababababababab.manager"));
        assert_eq!(FileKey::read(&text).unwrap().hint, "");
    }

    #[test]
    fn what_others_put_there_is_no_backup_of_ours() {
        for text in [
            "a",
            "readme.txt",
            "ad12b60b-23bf-4421-94df-8be79cef533e/holiday.manager",
            "ad12b60b-23bf-4421-94df-8be79cef533e/20261322t040506z-000012-ab.manager",
            "trash/20261122t040506z-000012-ab.manager",
            "trash/ad12b60b-23bf-4421-94df-8be79cef533e/20261122t040506z-000012-ab.manager",
        ] {
            assert_eq!(FileKey::read(&text.parse().unwrap()), None, "{text}");
        }
    }
}
