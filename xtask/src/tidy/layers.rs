//! Dependencies fall (house rule 4): which of our crates may know which, in one table.
//!
//! The table is docs/ARCHITECTURE.md's map. A crate that is not in it does not exist yet: adding
//! one means adding its row here and in the map. Every row's reason for more than the obvious is
//! in docs/DECISIONS.md, "Who may know whom".

use super::Finding;
use super::dependencies::{Dependency, Manifest, Section, manifests};
use super::tree::Tree;

/// One crate and those of ours it may depend on.
struct Layer {
    /// How high it stands: 0 for the model, 6 for the program.
    height: u8,
    /// The crate.
    name: &'static str,
    /// Whom it may know.
    may_know: &'static [&'static str],
}

/// The map, from the bottom up.
const LAYERS: &[Layer] = &[
    Layer {
        height: 0,
        name: "books",
        may_know: &[],
    },
    Layer {
        height: 0,
        name: "manager-file",
        may_know: &[],
    },
    Layer {
        height: 0,
        name: "catalog",
        may_know: &[],
    },
    Layer {
        height: 1,
        name: "ledger",
        may_know: &["books"],
    },
    Layer {
        height: 1,
        name: "reports",
        may_know: &["books", "ledger"],
    },
    Layer {
        height: 1,
        name: "history",
        may_know: &["books"],
    },
    Layer {
        height: 1,
        name: "interchange",
        may_know: &["books", "history", "manager-file"],
    },
    Layer {
        height: 2,
        name: "store",
        // Postings are kept in tables of their own, in the words of `ledger`.
        may_know: &["books", "history", "ledger"],
    },
    Layer {
        height: 2,
        name: "users",
        may_know: &["books"],
    },
    Layer {
        height: 3,
        name: "backup",
        may_know: &[
            "books",
            "history",
            "interchange",
            "manager-file",
            "store",
            "catalog",
            // The manifest carries the trial balance's totals as a financial fingerprint.
            "ledger",
            "reports",
        ],
    },
    Layer {
        height: 3,
        name: "figures",
        may_know: &["books", "history", "interchange", "ledger", "store"],
    },
    Layer {
        height: 3,
        name: "mail",
        may_know: &["books", "history", "store"],
    },
    Layer {
        height: 4,
        name: "store-sqlite",
        may_know: &["store", "users", "catalog", "books", "history", "ledger"],
    },
    Layer {
        height: 4,
        name: "store-postgres",
        may_know: &["store", "users", "catalog", "books", "history", "ledger"],
    },
    Layer {
        height: 4,
        name: "blobs",
        may_know: &["catalog"],
    },
    Layer {
        height: 5,
        name: "pages",
        may_know: &[],
    },
    Layer {
        height: 5,
        name: "pdf",
        may_know: &[],
    },
    Layer {
        height: 5,
        name: "web",
        may_know: &[
            "books",
            "ledger",
            "reports",
            "history",
            "store",
            "catalog",
            "backup",
            "mail",
            "pages",
            "faces",
            "users",
            // Documents and reports are downloaded and emailed as PDF.
            "pdf",
            // Lists, reports and the Summary read postings through it.
            "figures",
            // Records are shown and edited by their descriptors, which live there.
            "interchange",
        ],
    },
    Layer {
        height: 5,
        name: "faces",
        may_know: &["pages"],
    },
    Layer {
        height: 5,
        name: "api",
        may_know: &[
            "backup",
            "books",
            "interchange",
            "pages",
            "store",
            "users",
            // Permissions, rules before anything is kept, and reports are those of the pages.
            "web",
        ],
    },
    Layer {
        height: 5,
        name: "portal",
        may_know: &["catalog", "pages", "faces"],
    },
];

/// The binary: it may know everyone, and nobody may know it.
const PROGRAM: &str = "tijori";
/// Builders for tests: it may know these, and only tests may know it.
const TESTKIT: Layer = Layer {
    height: 2,
    name: "testkit",
    may_know: &["books", "history", "manager-file", "store"],
};
/// Breaks disks and programs: it is never shipped, nobody may know it, and it may know these.
const FAULTS: Layer = Layer {
    height: 6,
    name: "faults",
    may_know: &[
        "backup",
        "books",
        "catalog",
        "figures",
        "history",
        "interchange",
        "manager-file",
        "pages",
        "store",
        "store-sqlite",
        "testkit",
    ],
};
/// Our tools stand outside and know none of our crates.
const TOOLS: Layer = Layer {
    height: 0,
    name: "xtask",
    may_know: &[],
};
/// From this height up a crate's tests may open a real store.
const HEIGHT_OF_TESTS_WITH_STORES: u8 = 3;
/// The adapters that tests may open.
const STORES: &[&str] = &["store-sqlite", "store-postgres", "blobs"];

/// Every dependency against the map.
pub fn findings(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for manifest in manifests(tree) {
        match manifest {
            Ok(manifest) => findings.extend(findings_of(&manifest)),
            Err((path, sentence)) => findings.push(Finding::new(&path, 1, sentence)),
        }
    }
    findings
}

/// The findings of one crate.
fn findings_of(manifest: &Manifest) -> Vec<Finding> {
    if manifest.name == PROGRAM {
        return manifest
            .dependencies
            .iter()
            .filter(|dependency| dependency.package == TESTKIT.name)
            .filter(|dependency| dependency.section != Section::Tests)
            .map(|dependency| finding(manifest, dependency, "only tests may depend on `testkit`"))
            .collect();
    }
    let Some(layer) = layer_named(&manifest.name) else {
        let sentence = format!(
            "`{}` is not on the map: give it a row in xtask/src/tidy/layers.rs and in \
             docs/ARCHITECTURE.md.",
            manifest.name
        );
        return vec![Finding::new(&manifest.path, 1, sentence)];
    };
    let ours = manifest
        .dependencies
        .iter()
        .filter(|dependency| is_ours(&dependency.package));
    ours.filter_map(|dependency| {
        complaint(layer, dependency).map(|words| finding(manifest, dependency, words))
    })
    .collect()
}

/// What is wrong with one dependency on a crate of ours, if anything.
fn complaint(layer: &Layer, dependency: &Dependency) -> Option<&'static str> {
    let package = dependency.package.as_str();
    if layer.may_know.contains(&package) {
        return None;
    }
    if dependency.section != Section::Tests {
        return Some(if package == TESTKIT.name {
            "only tests may depend on `testkit`"
        } else {
            "the map in docs/ARCHITECTURE.md does not allow it"
        });
    }
    let tests_may = package == TESTKIT.name
        || (STORES.contains(&package) && layer.height >= HEIGHT_OF_TESTS_WITH_STORES)
        || layer_named(package).is_some_and(|other| other.height <= layer.height);
    if tests_may {
        None
    } else {
        Some("not even tests may depend upwards")
    }
}

/// A finding at the line that names a dependency.
fn finding(manifest: &Manifest, dependency: &Dependency, words: &str) -> Finding {
    let sentence = format!(
        "`{}` depends on `{}`: {words}.",
        manifest.name, dependency.package
    );
    Finding::new(&manifest.path, dependency.line, sentence)
}

/// The row of a crate.
fn layer_named(name: &str) -> Option<&'static Layer> {
    LAYERS
        .iter()
        .chain([&TESTKIT, &FAULTS, &TOOLS])
        .find(|layer| layer.name == name)
}

/// Whether a package is one of ours.
fn is_ours(package: &str) -> bool {
    package == PROGRAM || layer_named(package).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The findings for a crate whose manifest ends in these lines.
    fn findings_for(name: &str, sections: &str) -> Vec<String> {
        let path = format!("crates/{name}/Cargo.toml");
        let text = format!("[package]\nname = \"{name}\"\n{sections}");
        let tree = Tree::of(&[(&path, &text)]);
        findings(&tree)
            .into_iter()
            .map(|finding| finding.sentence)
            .collect()
    }

    /// Everyone whom a crate can reach along the table.
    fn reachable_from(name: &str) -> Vec<&'static str> {
        let mut reached: Vec<&str> = Vec::new();
        let mut waiting = vec![name];
        while let Some(next) = waiting.pop() {
            for &other in layer_named(next).map_or(&[][..], |layer| layer.may_know) {
                if !reached.contains(&other) {
                    reached.push(other);
                    waiting.push(other);
                }
            }
        }
        reached
    }

    #[test]
    fn a_dependency_along_the_map_is_fine() {
        assert!(findings_for("web", "[dependencies]\ninterchange = {}\nstore = {}\n").is_empty());
        assert!(findings_for("tijori", "[dependencies]\nstore-sqlite = {}\n").is_empty());
    }

    #[test]
    fn a_dependency_upwards_is_named_with_both_ends() {
        let found = findings_for("books", "[dependencies]\nstore = {}\n");
        assert_eq!(found.len(), 1);
        assert!(
            found[0].starts_with("`books` depends on `store`"),
            "{found:?}"
        );
    }

    #[test]
    fn faces_never_see_adapters_but_their_tests_do() {
        assert_eq!(
            findings_for("web", "[dependencies]\nstore-sqlite = {}\n").len(),
            1
        );
        assert!(findings_for("web", "[dev-dependencies]\nstore-sqlite = {}\n").is_empty());
    }

    #[test]
    fn the_model_has_no_test_that_opens_a_store() {
        assert_eq!(
            findings_for("books", "[dev-dependencies]\nstore-sqlite = {}\n").len(),
            1
        );
    }

    #[test]
    fn testkit_is_for_tests_only() {
        assert_eq!(
            findings_for("backup", "[dependencies]\ntestkit = {}\n").len(),
            1
        );
        assert_eq!(
            findings_for("tijori", "[dependencies]\ntestkit = {}\n").len(),
            1
        );
        assert!(findings_for("backup", "[dev-dependencies]\ntestkit = {}\n").is_empty());
    }

    #[test]
    fn nobody_may_know_the_program() {
        assert_eq!(
            findings_for("web", "[dependencies]\ntijori = {}\n").len(),
            1
        );
        assert_eq!(
            findings_for("web", "[dev-dependencies]\ntijori = {}\n").len(),
            1
        );
    }

    #[test]
    fn a_crate_off_the_map_is_a_finding() {
        assert!(findings_for("toolbox", "")[0].contains("not on the map"));
    }

    #[test]
    fn the_map_itself_falls() {
        for layer in LAYERS {
            for &name in layer.may_know {
                let other = layer_named(name).unwrap();
                let falls = other.height <= layer.height;
                // Two pure crates and the faces lean on a neighbour of their own height.
                let leans = matches!(
                    (layer.name, name),
                    ("reports", "ledger")
                        | ("interchange", "history")
                        | ("web" | "portal" | "api", "pages" | "faces")
                        | ("faces", "pages")
                        | ("web", "pdf")
                        | ("api", "web")
                );
                assert!(falls || leans, "{} knows {name}", layer.name);
            }
        }
    }

    #[test]
    fn the_portal_cannot_reach_anybodys_figures() {
        for door in ["portal", "catalog", "blobs", "pages", "faces"] {
            let reached = reachable_from(door);
            assert!(
                !reached.contains(&"books") && !reached.contains(&"manager-file"),
                "{door}"
            );
        }
    }
}
