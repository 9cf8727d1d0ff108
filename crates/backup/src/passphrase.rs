//! Passphrases drawn by chance: words from a list that everyone can type, many enough that nobody
//! guesses them, few enough to be copied onto paper.

use crate::BackupError;
use diceware_wordlists::Wordlist;
use manager_file::Passphrase;

/// How many words are drawn: each of 7,776, so that six are worth 77 bits.
pub const PASSPHRASE_WORDS_COUNT: usize = 6;
/// Fewer characters than this protect nothing.
pub const PASSPHRASE_CHARACTERS_MIN: usize = 12;

/// Draws a new passphrase.
///
/// # Errors
/// When the system gives no random numbers.
pub fn generated_passphrase() -> Result<Passphrase, BackupError> {
    let list = Wordlist::EffLong.get_list();
    let mut words = Vec::with_capacity(PASSPHRASE_WORDS_COUNT);
    while words.len() < PASSPHRASE_WORDS_COUNT {
        let mut bytes = [0; 2];
        getrandom::fill(&mut bytes).map_err(|error| BackupError::Io {
            what: "no random number could be drawn".to_owned(),
            reason: error.to_string(),
        })?;
        // Of 65,536 numbers the last few would favour the first words: they are drawn again.
        let number = usize::from(u16::from_le_bytes(bytes));
        let even = (usize::from(u16::MAX) + 1) / list.len() * list.len();
        if number < even {
            words.extend(list.get(number % list.len()).copied());
        }
    }
    Ok(Passphrase::new(words.join(" ")))
}

/// Whether a passphrase is too short to protect anything.
pub fn is_too_short(passphrase: &Passphrase) -> bool {
    passphrase.reveal().trim().chars().count() < PASSPHRASE_CHARACTERS_MIN
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_words_of_the_list_are_drawn_and_never_the_same() {
        let list = Wordlist::EffLong.get_list();
        assert_eq!(list.len(), 7776);
        let (one, other) = (
            generated_passphrase().unwrap(),
            generated_passphrase().unwrap(),
        );
        assert_ne!(one, other);
        assert_eq!(one.reveal().split(' ').count(), PASSPHRASE_WORDS_COUNT);
        assert!(one.reveal().split(' ').all(|word| list.contains(&word)));
        assert!(!is_too_short(&one));
        assert!(is_too_short(&Passphrase::new("  hunter2      ")));
    }
}
