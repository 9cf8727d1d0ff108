//! What was asked for on the command line.

use crate::programmes;
use std::path::PathBuf;

/// Where the random numbers begin unless another seed is told.
const SEED: u64 = 20_261_122;

/// Which programmes run, how long, and where their random numbers begin.
#[derive(Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Whether every point is tried, instead of a selection in two minutes.
    pub is_long: bool,
    /// Where the random numbers begin.
    pub seed: u64,
    /// The programmes by name; all when empty.
    pub names: Vec<String>,
    /// A folder for what the fuzzers begin with; nothing else is done then.
    pub corpus: Option<PathBuf>,
}

impl Wanted {
    /// Reads the words after the program's name.
    ///
    /// # Errors
    /// A sentence for the screen.
    pub fn read(words: &[String]) -> Result<Self, String> {
        let mut wanted = Self {
            is_long: false,
            seed: SEED,
            names: Vec::new(),
            corpus: None,
        };
        let mut rest = words.iter();
        while let Some(word) = rest.next() {
            match word.as_str() {
                "--short" => wanted.is_long = false,
                "--long" => wanted.is_long = true,
                "--corpus" => {
                    wanted.corpus = rest.next().map(PathBuf::from);
                }
                "--seed" => {
                    wanted.seed = rest
                        .next()
                        .and_then(|number| number.parse().ok())
                        .ok_or("`--seed` wants a number.")?;
                }
                name if programmes::names().contains(&name) => wanted.names.push(name.to_owned()),
                other => {
                    return Err(format!(
                        "`{other}` means nothing here.\n\nfaults [--short|--long] [--seed N] \
                         [NAME...]\nfaults --corpus FOLDER\nNames: {}",
                        programmes::names().join(", ")
                    ));
                }
            }
        }
        Ok(wanted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Result<Wanted, String> {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        Wanted::read(&words)
    }

    #[test]
    fn a_run_is_short_and_of_the_usual_seed_unless_told() {
        let wanted = read(&[]).unwrap();
        assert!(!wanted.is_long && wanted.seed == SEED && wanted.names.is_empty());
        let wanted = read(&["--long", "--seed", "7", "killed"]).unwrap();
        assert!(wanted.is_long && wanted.seed == 7);
        assert_eq!(wanted.names, ["killed"]);
    }

    #[test]
    fn a_wrong_word_is_named_with_the_right_ones() {
        let sentence = read(&["kiled"]).unwrap_err();
        assert!(sentence.contains("`kiled`") && sentence.contains("killed"));
        assert!(read(&["--seed", "x"]).is_err());
    }
}
