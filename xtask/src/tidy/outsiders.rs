//! Heavy outsiders are confined: who may use which of other people's libraries.
//!
//! A library in this table may be named only by the crates of its row, so that the model can be
//! built and tested without a web server or a database, and so that replacing a library touches
//! one crate. Tests may use what they like; they are compiled last and thrown away.

use super::Finding;
use super::dependencies::{Section, manifests};
use super::tree::Tree;

/// Libraries that belong together, and the crates that may use them.
struct Confinement {
    /// The packages.
    packages: &'static [&'static str],
    /// Our crates that may depend on them.
    allowed: &'static [&'static str],
    /// Why, for the sentence.
    reason: &'static str,
}

/// The table.
const CONFINEMENTS: &[Confinement] = &[
    Confinement {
        packages: &[
            "axum",
            "tokio-util",
            "tower",
            "tower-http",
            "http-body-util",
            "hyper",
        ],
        allowed: &["pages", "web", "api", "portal", "faces", "tijori"],
        reason: "async and HTTP belong to the faces",
    },
    Confinement {
        packages: &["tokio", "futures-util"],
        allowed: &[
            "pages",
            "web",
            "api",
            "portal",
            "faces",
            "tijori",
            "blobs",
            "store-postgres",
        ],
        reason: "async belongs to the faces, and inside `blobs` and `store-postgres` to their clients",
    },
    Confinement {
        packages: &["rusqlite", "libsqlite3-sys"],
        allowed: &["manager-file", "store-sqlite", "testkit"],
        reason: "SQLite belongs to the file format and to its store",
    },
    Confinement {
        packages: &["serde", "serde_json"],
        allowed: &[
            "pages", "web", "api", "portal", "faces", "tijori", "blobs", "xtask",
        ],
        reason: "a serialisable type is a promise to the outside, which only faces make",
    },
    Confinement {
        packages: &["zstd", "zeekstd", "flate2", "zip"],
        allowed: &["manager-file", "testkit"],
        reason: "containers belong to the file format",
    },
    Confinement {
        packages: &["age", "age-core", "zeroize"],
        allowed: &["manager-file"],
        reason: "encryption is a layer of the file format, and secrets are wiped there",
    },
    Confinement {
        packages: &["diceware_wordlists", "fs4"],
        allowed: &["backup"],
        reason: "passphrases are drawn, and disks are looked at, in one place",
    },
    Confinement {
        packages: &["maud"],
        allowed: &["pages", "web", "portal", "faces", "api"],
        reason: "HTML belongs to the faces",
    },
    Confinement {
        packages: &["fluent-bundle", "unic-langid", "icu", "qrcode"],
        allowed: &["pages"],
        reason: "languages and drawings are known in one place",
    },
    Confinement {
        packages: &["anyhow", "toml"],
        allowed: &["tijori", "xtask", "faults"],
        reason: "libraries return errors of their own, and only programs read settings",
    },
    Confinement {
        packages: &[
            "clap",
            "indicatif",
            "dirs",
            "webbrowser",
            "rpassword",
            "sys-locale",
            "tracing-subscriber",
        ],
        allowed: &["tijori"],
        reason: "terminal and desktop belong to the program",
    },
    Confinement {
        packages: &["getrandom", "rand"],
        allowed: &[
            "backup",
            "mail",
            "store-sqlite",
            "store-postgres",
            "blobs",
            "users",
            "web",
            "portal",
            "tijori",
        ],
        reason: "chance is drawn at the edges and handed in",
    },
    Confinement {
        packages: &["postgres", "tokio-postgres", "r2d2", "refinery"],
        allowed: &["store-postgres"],
        reason: "PostgreSQL belongs to its store",
    },
    Confinement {
        packages: &["argon2", "totp-rs", "zxcvbn"],
        allowed: &["users"],
        reason: "passwords and second factors belong to `users`",
    },
    Confinement {
        packages: &["hmac"],
        allowed: &["tijori"],
        reason: "billing's signatures and the master key belong to the program",
    },
    Confinement {
        packages: &["object_store", "reqwest", "rustls"],
        allowed: &["blobs"],
        reason: "object storage belongs to `blobs`",
    },
    Confinement {
        packages: &["tokio-rustls", "rustls-native-certs"],
        allowed: &["tijori", "store-postgres"],
        reason: "TLS is spoken by the server, and with the database",
    },
    Confinement {
        packages: &["lettre", "mail-parser"],
        allowed: &["mail"],
        reason: "sending emails belongs to `mail`",
    },
    Confinement {
        packages: &["typst", "typst-kit", "typst-layout", "typst-pdf"],
        allowed: &["pdf"],
        reason: "typesetting belongs to `pdf`",
    },
];

/// Every dependency on an outsider that its row does not allow.
pub fn findings(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    // Manifests that cannot be read are reported by the rule on layers.
    for manifest in manifests(tree).into_iter().flatten() {
        for dependency in &manifest.dependencies {
            let row = CONFINEMENTS
                .iter()
                .find(|row| row.packages.contains(&dependency.package.as_str()));
            let Some(row) = row else { continue };
            let fine = dependency.section == Section::Tests
                || row.allowed.contains(&manifest.name.as_str());
            if !fine {
                let sentence = format!(
                    "`{}` depends on `{}`, but {} (allowed: {}).",
                    manifest.name,
                    dependency.package,
                    row.reason,
                    row.allowed.join(", ")
                );
                findings.push(Finding::new(&manifest.path, dependency.line, sentence));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings_for(name: &str, sections: &str) -> Vec<Finding> {
        let path = format!("crates/{name}/Cargo.toml");
        let text = format!("[package]\nname = \"{name}\"\n{sections}");
        findings(&Tree::of(&[(&path, &text)]))
    }

    #[test]
    fn a_database_in_the_model_is_a_finding_at_its_line() {
        let found = findings_for("books", "[dependencies]\njiff = {}\nrusqlite = {}\n");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].line, 5);
        assert!(found[0].sentence.contains("`books` depends on `rusqlite`"));
    }

    #[test]
    fn libraries_are_fine_where_their_row_says() {
        assert!(findings_for("web", "[dependencies]\naxum = {}\nserde = {}\n").is_empty());
        assert!(findings_for("manager-file", "[dependencies]\nzstd = {}\n").is_empty());
    }

    #[test]
    fn tests_may_use_what_they_like() {
        assert!(findings_for("backup", "[dev-dependencies]\nrusqlite = {}\n").is_empty());
        assert_eq!(
            findings_for("backup", "[build-dependencies]\nrusqlite = {}\n").len(),
            1
        );
    }

    #[test]
    fn no_library_stands_in_two_rows() {
        let mut all: Vec<&str> = CONFINEMENTS
            .iter()
            .flat_map(|row| row.packages)
            .copied()
            .collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
