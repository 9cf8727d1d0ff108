//! The system packages that tests need, installed where the system is Debian's and we may.
//!
//! Each is known by a program or a file that it brings; what is there already is left alone, so a
//! machine of another family only needs to have the programs. What is missing and cannot be
//! installed here ends the run with a sentence that names it.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::run::{find_program, finish};
use crate::screen::say;

/// A package and how to see that it is there.
struct Package {
    /// Debian's name of the package.
    name: &'static str,
    /// What the tests use it for, for the sentence when it is missing.
    purpose: &'static str,
    /// A program or a file that shows that it is installed.
    sign: Sign,
}

/// What shows that a package is installed.
enum Sign {
    /// One of these programs is on the path.
    Program(&'static [&'static str]),
    /// This file exists.
    File(&'static str),
    /// One of [`PYTHONS`] can import this module.
    PythonModule(&'static str),
}

/// What the tests in Rust compare with.
const FOR_TESTS: &[Package] = &[
    Package {
        name: "sqlite3",
        purpose: "shows that other programs can read our plain files",
        sign: Sign::Program(&["sqlite3"]),
    },
    Package {
        name: "zstd",
        purpose: "shows that other programs can unpack our backups",
        sign: Sign::Program(&["zstd"]),
    },
    Package {
        name: "age",
        purpose: "shows that other programs can decrypt our backups",
        sign: Sign::Program(&["age"]),
    },
    Package {
        name: "python3-aiosmtpd",
        purpose: "is the mail server that the tests send to",
        sign: Sign::PythonModule("aiosmtpd"),
    },
    Package {
        name: "openssl",
        purpose: "makes the certificates of that server",
        sign: Sign::Program(&["openssl"]),
    },
    POSTGRESQL,
    Package {
        name: "poppler-utils",
        purpose: "reads the text of our PDF files back",
        sign: Sign::Program(&["pdftotext"]),
    },
    Package {
        name: "faketime",
        purpose: "tells the program another time",
        sign: Sign::Program(&["faketime"]),
    },
    NOTO_FONTS,
];

/// The database of the Cloud edition.
const POSTGRESQL: Package = Package {
    name: "postgresql",
    purpose: "is the server that the Cloud edition keeps its books on",
    sign: Sign::Program(&["pg_createcluster"]),
};

/// Fonts for the scripts of our languages, for paper and for the browser.
const NOTO_FONTS: Package = Package {
    name: "fonts-noto-core",
    purpose: "draws Bengali, Devanagari and Arabic",
    sign: Sign::File("/usr/share/fonts/truetype/noto/NotoSansBengali-Regular.ttf"),
};

/// What the browser tests need.
const FOR_BROWSER: &[Package] = &[
    Package {
        name: "zip",
        purpose: "makes the zip files that must be refused",
        sign: Sign::Program(&["zip"]),
    },
    Package {
        name: "chromium",
        purpose: "is the browser that the tests drive",
        sign: Sign::Program(BROWSERS),
    },
    NOTO_FONTS,
    Package {
        name: "nodejs",
        purpose: "runs the browser tests",
        sign: Sign::Program(&["node", "nodejs"]),
    },
    Package {
        name: "npm",
        purpose: "installs the browser tests' libraries",
        sign: Sign::Program(&["npm"]),
    },
];

/// The programs that measures compare with.
const FOR_MEASURES: &[Package] = &[
    Package {
        name: "ledger",
        purpose: "sums the same books beside us",
        sign: Sign::Program(&["ledger"]),
    },
    Package {
        name: "hledger",
        purpose: "sums the same books beside us",
        sign: Sign::Program(&["hledger"]),
    },
];

/// The programs that measures of backups compare with.
const FOR_BACKUP_MEASURES: &[Package] = &[
    Package {
        name: "sqlite3",
        purpose: "copies the same database beside us",
        sign: Sign::Program(&["sqlite3"]),
    },
    Package {
        name: "zstd",
        purpose: "compresses the same database beside us",
        sign: Sign::Program(&["zstd"]),
    },
    Package {
        name: "restic",
        purpose: "backs the same database up beside us",
        sign: Sign::Program(&["restic"]),
    },
    Package {
        name: "borgbackup",
        purpose: "backs the same database up beside us",
        sign: Sign::Program(&["borg"]),
    },
    Package {
        name: "time",
        purpose: "says what a program cost",
        sign: Sign::File("/usr/bin/time"),
    },
];

/// Where Python is looked for: the first on the path may be another than the system's, which is
/// the one that packages of the system are for.
const PYTHONS: &[&str] = &["python3", "/usr/bin/python3"];

/// The names under which Chromium is installed; the first one found is driven.
pub const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome"];

impl Package {
    /// Whether its sign is there.
    fn is_installed(&self) -> bool {
        match self.sign {
            Sign::Program(names) => names.iter().any(|name| find_program(name).is_some()),
            Sign::File(path) => Path::new(path).is_file(),
            Sign::PythonModule(name) => PYTHONS.iter().any(|python| {
                succeeds(Command::new(python).args(["-c", &format!("import {name}")]))
            }),
        }
    }
}

/// Installs what the tests in Rust need.
///
/// # Errors
/// When something is missing that cannot be installed here.
pub fn install_for_tests(_root: &Path) -> Result<()> {
    install(FOR_TESTS)
}

/// Installs what the browser tests need.
///
/// # Errors
/// When something is missing that cannot be installed here.
pub fn install_for_browser(_root: &Path) -> Result<()> {
    install(FOR_BROWSER)
}

/// Installs what the Cloud edition stands on.
///
/// # Errors
/// When something is missing that cannot be installed here.
pub fn install_for_cloud() -> Result<()> {
    install(&[POSTGRESQL])
}

/// Installs what measures compare with.
///
/// # Errors
/// When something is missing that cannot be installed here.
pub fn install_for_measures() -> Result<()> {
    install(FOR_MEASURES)
}

/// Installs what measures of backups compare with.
///
/// # Errors
/// When something is missing that cannot be installed here.
pub fn install_for_backup_measures() -> Result<()> {
    install(FOR_BACKUP_MEASURES)
}

/// Installs the packages whose sign is missing, and looks again afterwards.
fn install(packages: &[Package]) -> Result<()> {
    let missing = missing_among(packages);
    if missing.is_empty() {
        say("nothing to install");
        return Ok(());
    }
    let Some(how) = installer() else {
        bail!(cannot_install(&missing))
    };
    let names: Vec<&str> = missing.iter().map(|package| package.name).collect();
    say(&format!("installing {}", names.join(", ")));
    finish(apt_get(&how).arg("update"))?;
    finish(
        apt_get(&how)
            .args(["install", "--yes", "--no-install-recommends"])
            .args(&names),
    )?;
    let still_missing = missing_among(packages);
    if !still_missing.is_empty() {
        bail!(cannot_install(&still_missing));
    }
    Ok(())
}

/// The packages whose sign is not there.
fn missing_among(packages: &[Package]) -> Vec<&Package> {
    packages
        .iter()
        .filter(|package| !package.is_installed())
        .collect()
}

/// The words before `apt-get`: none for root, `sudo -n` where that asks no password, or no way.
fn installer() -> Option<Vec<&'static str>> {
    find_program("apt-get")?;
    if succeeds(Command::new("sh").args(["-c", "[ \"$(id -u)\" = 0 ]"])) {
        return Some(vec!["apt-get"]);
    }
    succeeds(Command::new("sudo").args(["-n", "true"])).then(|| vec!["sudo", "-n", "apt-get"])
}

/// Whether a command runs and ends well.
fn succeeds(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

/// `apt-get` with no questions asked.
fn apt_get(words: &[&str]) -> Command {
    let mut command = Command::new("env");
    command
        .arg("DEBIAN_FRONTEND=noninteractive")
        .args(words)
        .args(["-o", "Dpkg::Use-Pty=0", "-qq"]);
    command
}

/// What to say when packages are missing and cannot be had.
fn cannot_install(missing: &[&Package]) -> String {
    let list: Vec<String> = missing
        .iter()
        .map(|package| format!("{} ({})", package.name, package.purpose))
        .collect();
    format!(
        "These are missing and cannot be installed from here: {}. Install them by hand and begin \
         again.",
        list.join("; ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_with_its_purpose() {
        let absent = Package {
            name: "unobtainium",
            purpose: "holds up the sky",
            sign: Sign::Program(&["no-program-has-this-name"]),
        };
        let packages = [absent];
        let sentence = cannot_install(&missing_among(&packages));
        assert!(
            sentence.contains("unobtainium (holds up the sky)"),
            "{sentence}"
        );
        assert!(sentence.contains("by hand"), "{sentence}");
    }

    #[test]
    fn a_program_on_the_path_counts_as_installed() {
        let shell = Package {
            name: "dash",
            purpose: "",
            sign: Sign::Program(&["none", "sh"]),
        };
        assert!(shell.is_installed());
        assert!(missing_among(&[shell]).is_empty());
    }

    #[test]
    fn a_missing_file_counts_as_missing() {
        let font = Package {
            name: "font",
            purpose: "",
            sign: Sign::File("/no/such/font.ttf"),
        };
        assert_eq!(missing_among(&[font]).len(), 1);
    }
}
