//! Fonts: found once on this system, shared by all renderings, and honest about their gaps.
//!
//! The program brings a few plain faces with it, good for Latin, Greek and Cyrillic, so that a file
//! can always be made. Everything better comes from the system: the Noto families on Linux, and
//! what Windows and macOS bring for each script. Looking through the folders takes a moment, so a
//! program does it once and keeps the result.

use std::collections::BTreeSet;
use std::path::Path;

use typst::text::FontInfo;
use typst_kit::fonts::{FontPath, FontStore};
use unicode_script::UnicodeScript;

/// The families we would like, best first; each system has some. One plain face for Latin leads,
/// and the engine takes the others for letters that it lacks.
const PREFERRED_FAMILIES: &[&str] = &[
    "noto sans",
    "segoe ui",
    "helvetica neue",
    "liberation sans",
    "arial",
    "dejavu sans",
    "noto sans bengali",
    "noto sans devanagari",
    "nirmala ui",
    "kohinoor bangla",
    "kohinoor devanagari",
    "noto sans arabic",
    "noto naskh arabic",
    "geeza pro",
    "noto sans hebrew",
    "noto sans gurmukhi",
    "noto sans gujarati",
    "noto sans tamil",
    "noto sans telugu",
    "noto sans thai",
    "noto sans cjk sc",
];

/// Families that claim every character and draw none of them.
const PLACEHOLDER_FAMILIES: &[&str] = &["lastresort", ".lastresort", "adobe blank", "adobenotdef"];

/// The fonts that renderings may use. Share one behind a reference or an `Arc`.
pub struct Fonts {
    /// The faces, opened when a text first needs them and kept from then on.
    store: FontStore,
    /// Those of the preferred families that are here.
    families: Vec<&'static str>,
}

impl Fonts {
    /// The fonts installed on this system, and the ones we bring.
    #[must_use]
    pub fn of_system() -> Self {
        Self::of(typst_kit::fonts::system())
    }

    /// The fonts in some folders and their subfolders, and the ones we bring. A folder that cannot
    /// be read adds nothing.
    #[must_use]
    pub fn of_folders(folders: &[&Path]) -> Self {
        let found = folders.iter();
        Self::of(found.flat_map(|folder| typst_kit::fonts::scan(folder)))
    }

    /// Only the fonts we bring. Bengali is not among them.
    #[must_use]
    pub fn embedded() -> Self {
        Self::of([])
    }

    /// These faces and the ones we bring, always in the same order: where two faces would do
    /// equally well the engine takes the first, and equal input shall give equal bytes.
    fn of(found: impl IntoIterator<Item = (FontPath, FontInfo)>) -> Self {
        let mut found: Vec<_> = found
            .into_iter()
            .filter(|(_, info)| !is_placeholder(&info.family))
            .collect();
        found.sort_by(|(one, _), (other, _)| {
            (&one.path, one.index).cmp(&(&other.path, other.index))
        });
        let mut store = FontStore::new();
        store.extend(found);
        store.extend(typst_kit::fonts::embedded());
        let families = PREFERRED_FAMILIES.iter().copied();
        let families = families
            .filter(|family| store.book().contains_family(family))
            .collect();
        Self { store, families }
    }

    /// Which scripts of a text none of these fonts can show, as codes of four letters in ISO
    /// 15924, in alphabetical order; `Zyyy` stands for symbols. A face warns with it before
    /// someone sends an invoice full of empty boxes.
    #[must_use]
    pub fn scripts_not_shown(&self, text: &str) -> Vec<&'static str> {
        self.scripts_not_shown_of(text.chars())
    }

    /// The same for single characters.
    pub(crate) fn scripts_not_shown_of(
        &self,
        characters: impl Iterator<Item = char>,
    ) -> Vec<&'static str> {
        let different: BTreeSet<char> = characters.collect();
        let missing: BTreeSet<&'static str> = different
            .into_iter()
            .filter(|character| needs_ink(*character) && !self.covers(*character))
            .map(|character| character.script().short_name())
            .collect();
        missing.into_iter().collect()
    }

    /// Whether any font has a character.
    fn covers(&self, character: char) -> bool {
        let book = self.store.book();
        let mut infos = (0..).map_while(|index| book.info(index));
        infos.any(|info| info.coverage.contains(u32::from(character)))
    }

    /// The faces, for the engine.
    pub(crate) fn store(&self) -> &FontStore {
        &self.store
    }

    /// The families to ask for, best first; empty where only ours are there.
    pub(crate) fn families(&self) -> &[&'static str] {
        &self.families
    }
}

/// Whether a family claims characters that it cannot draw.
fn is_placeholder(family: &str) -> bool {
    PLACEHOLDER_FAMILIES.contains(&family.to_lowercase().as_str())
}

/// Whether a character is visible at all. Spaces, controls and invisible marks need no font.
fn needs_ink(character: char) -> bool {
    !is_invisible(character) && !character.is_whitespace() && !character.is_control()
}

/// Whether a character only steers how others are shaped (Unicode's default ignorables).
pub(crate) fn is_invisible(character: char) -> bool {
    matches!(
        u32::from(character),
        0xad | 0x34f | 0x61c | 0x115f..=0x1160 | 0x17b4..=0x17b5 | 0x180b..=0x180f
            | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0x3164 | 0xfe00..=0xfe0f
            | 0xfeff | 0xffa0 | 0xfff0..=0xfff8 | 0x1_bca0..=0x1_bca3 | 0x1_d173..=0x1_d17a
            | 0xe_0000..=0xe_0fff
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fonts_we_bring_show_latin_and_admit_the_rest() {
        let fonts = Fonts::embedded();
        assert!(
            fonts
                .scripts_not_shown("Invoice: 1,234.50 €\u{a0}\u{200d}\n")
                .is_empty()
        );
        assert_eq!(
            fonts.scripts_not_shown("ক্ষ 東 ไทย"),
            ["Beng", "Hani", "Thai"]
        );
        assert!(fonts.families().is_empty());
    }

    #[test]
    fn a_folder_that_is_not_there_adds_nothing() {
        let fonts = Fonts::of_folders(&[Path::new("/nowhere/at/all")]);
        assert!(fonts.scripts_not_shown("Invoice").is_empty());
    }

    #[test]
    fn placeholders_are_not_fonts() {
        assert!(is_placeholder("LastResort"));
        assert!(!is_placeholder("Noto Sans"));
    }
}
