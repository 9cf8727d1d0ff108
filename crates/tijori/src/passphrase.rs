//! Where a passphrase comes from on the command line: a file, the environment, or the person at
//! the terminal. Never an argument, which every program on the computer can read.

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::output::complain;
use backup::{BackupError, Passphrase, generated_passphrase, is_too_short};
use pages::{Argument, Locale};
use std::io::{IsTerminal, Read};
use std::path::Path;

/// The variable that scripts set.
const VARIABLE: &str = "TIJORI_PASSPHRASE";
/// Longer files hold something else.
const FILE_BYTES_MAX: u64 = 64 * 1024;

/// Opens a file with what was given, and asks at a terminal when that is not enough.
///
/// # Errors
/// As `open`.
pub fn opening<T>(
    arguments: &Arguments,
    locale: Locale,
    open: impl Fn(Option<&Passphrase>) -> Result<T, BackupError>,
) -> Result<T, OpeningError> {
    let given = given(arguments)?;
    match open(given.as_ref()) {
        Err(error)
            if error.code() == "needs-passphrase" && given.is_none() && is_at_a_terminal() =>
        {
            let typed = ask(&locale.text("command-passphrase-ask"))?;
            Ok(open(Some(&typed))?)
        }
        result => Ok(result?),
    }
}

/// Why nothing was opened: the file, or the passphrase could not be had.
pub enum OpeningError {
    /// The file was refused.
    File(BackupError),
    /// There is no passphrase to try.
    Passphrase(Failure),
}

impl OpeningError {
    /// The same as the refusal of a file that was to be imported.
    pub fn refusal(self) -> Failure {
        match self {
            Self::File(error) => Failure::refusal(error),
            Self::Passphrase(failure) => failure,
        }
    }
}

impl From<BackupError> for OpeningError {
    fn from(error: BackupError) -> Self {
        Self::File(error)
    }
}

impl From<Failure> for OpeningError {
    fn from(failure: Failure) -> Self {
        Self::Passphrase(failure)
    }
}

impl From<OpeningError> for Failure {
    fn from(error: OpeningError) -> Self {
        match error {
            OpeningError::File(error) => error.into(),
            OpeningError::Passphrase(failure) => failure,
        }
    }
}

/// A new passphrase: given, typed twice, or drawn when nothing is typed.
///
/// # Errors
/// When there is none, it is too short, or the two differ.
pub fn for_a_new_backup(arguments: &Arguments, locale: Locale) -> Result<Passphrase, Failure> {
    let passphrase = match given(arguments)? {
        Some(passphrase) => passphrase,
        None if is_at_a_terminal() => typed_twice(locale)?,
        None => return Err(Failure::usage("passphrase-missing", Vec::new())),
    };
    if is_too_short(&passphrase) {
        return Err(Failure::usage("passphrase-short", Vec::new()));
    }
    Ok(passphrase)
}

fn typed_twice(locale: Locale) -> Result<Passphrase, Failure> {
    let first = ask(&locale.text("command-passphrase-new"))?;
    let first = if first.is_empty() {
        let drawn = generated_passphrase()?;
        // On the terminal and nowhere else: the person must write it down now.
        let words = [("words", Argument::Text(drawn.reveal()))];
        complain(&locale.text_with("command-passphrase-drawn", &words));
        drawn
    } else {
        first
    };
    let second = ask(&locale.text("command-passphrase-again"))?;
    if first != second {
        return Err(Failure::usage("passphrases-differ", Vec::new()));
    }
    Ok(first)
}

fn ask(prompt: &str) -> Result<Passphrase, Failure> {
    Ok(Passphrase::new(rpassword::prompt_password(format!(
        "{prompt} "
    ))?))
}

fn is_at_a_terminal() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// What `--passphrase-file` or the environment gives.
///
/// # Errors
/// When the file cannot be read.
pub fn given(arguments: &Arguments) -> Result<Option<Passphrase>, Failure> {
    if let Some(path) = &arguments.passphrase_file {
        return first_line(path).map(Some);
    }
    let words = std::env::var(VARIABLE).unwrap_or_default();
    Ok((!words.is_empty()).then(|| Passphrase::new(words)))
}

fn first_line(path: &Path) -> Result<Passphrase, Failure> {
    let mut text = String::new();
    std::fs::File::open(path)
        .and_then(|file| file.take(FILE_BYTES_MAX).read_to_string(&mut text))
        .map_err(|error| {
            let file = path.display().to_string();
            let arguments = vec![("file", file), ("reason", error.to_string())];
            Failure::usage("passphrase-file", arguments)
        })?;
    let line = text.lines().next().unwrap_or_default();
    if line.is_empty() {
        return Err(Failure::usage("passphrase-missing", Vec::new()));
    }
    Ok(Passphrase::new(line))
}
