//! The words come from the books (house rule 1): a short list of words we do not use in names.
//!
//! Only names that we define are looked at, never strings or the fields of foreign formats, and
//! only words that cannot be right anywhere in the place given. docs/GLOSSARY.md has the whole
//! list with what to say instead; the rest of it is for review.

use super::Finding;
use super::source::Source;
use super::tree::{File, Tree};

/// A word that no name of ours contains.
struct BannedWord {
    /// The parts of the name, in lower case.
    parts: &'static [&'static str],
    /// What to say instead.
    say: &'static str,
    /// Places where the word is right: beginnings of paths.
    except: &'static [&'static str],
}

/// The list.
const BANNED: &[BannedWord] = &[
    BannedWord {
        parts: &["tenant"],
        say: "Business or Subscriber",
        except: &[],
    },
    BannedWord {
        parts: &["company"],
        say: "Business",
        except: &[],
    },
    BannedWord {
        parts: &["organisation"],
        say: "Business",
        except: &[],
    },
    BannedWord {
        parts: &["organization"],
        say: "Business",
        except: &[],
    },
    BannedWord {
        parts: &["vendor"],
        say: "Supplier",
        except: &[],
    },
    BannedWord {
        parts: &["voucher"],
        say: "Document",
        except: &[],
    },
    BannedWord {
        parts: &["audit", "log"],
        say: "History",
        except: &[],
    },
    BannedWord {
        parts: &["audit", "trail"],
        say: "History",
        except: &[],
    },
    BannedWord {
        parts: &["uuid"],
        say: "Key",
        except: &["crates/manager-file/src/wire/"],
    },
    BannedWord {
        parts: &["util"],
        say: "what it does",
        except: &[],
    },
    BannedWord {
        parts: &["utils"],
        say: "what it does",
        except: &[],
    },
    BannedWord {
        parts: &["helper"],
        say: "what it does",
        except: &[],
    },
    BannedWord {
        parts: &["helpers"],
        say: "what it does",
        except: &[],
    },
    BannedWord {
        parts: &["handle"],
        say: "the verb and the resource",
        except: &[],
    },
];

/// The words after which a name is defined.
const DEFINING_WORDS: &[&str] = &[
    "fn", "struct", "enum", "trait", "type", "mod", "const", "static", "union",
];
/// Marks of unfinished work; an issue is the place for it.
const SCRIBBLES: &[&str] = &["TODO", "FIXME", "XXX", "HACK"];

/// Banned words in names, and scribbles in comments.
pub fn findings(tree: &Tree) -> Vec<Finding> {
    let sources = tree
        .rust_files()
        .filter(|file| !file.path.starts_with("xtask/src/tidy/"));
    sources
        .flat_map(|file| {
            let source = Source::scan(&file.text);
            let mut found = names_in(file, &source);
            found.extend(scribbles_in(file, &source));
            found
        })
        .collect()
}

/// Names defined in one file that contain a banned word.
fn names_in(file: &File, source: &Source) -> Vec<Finding> {
    let mut found = Vec::new();
    for (index, line) in source.code.lines().enumerate() {
        for name in names_defined_on(line) {
            let Some(banned) = banned_word_in(&name, &file.path) else {
                continue;
            };
            let sentence = format!(
                "`{name}`: we do not say \"{}\", we say {} (docs/GLOSSARY.md).",
                banned.parts.join(" "),
                banned.say
            );
            found.push(Finding::new(&file.path, index + 1, sentence));
        }
    }
    found
}

/// The names that one line defines.
fn names_defined_on(line: &str) -> Vec<String> {
    let is_of_word = |character: char| character.is_alphanumeric() || character == '_';
    let words: Vec<&str> = line
        .split(|character| !is_of_word(character))
        .filter(|word| !word.is_empty())
        .collect();
    words
        .windows(2)
        .filter(|pair| DEFINING_WORDS.contains(&pair[0]))
        .map(|pair| pair[1].to_string())
        .collect()
}

/// The first banned word that a name contains.
fn banned_word_in(name: &str, path: &str) -> Option<&'static BannedWord> {
    let parts = parts_of(name);
    BANNED.iter().find(|banned| {
        let excepted = banned.except.iter().any(|place| path.starts_with(place));
        let contained = parts
            .windows(banned.parts.len())
            .any(|window| window == banned.parts);
        contained && !excepted
    })
}

/// The parts of a name in lower case: `AuditLog`, `audit_log` and `AUDIT_LOG` have the same.
fn parts_of(name: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut after_lower = false;
    for character in name.chars() {
        let begins = character == '_' || (character.is_uppercase() && after_lower);
        if begins {
            parts.push(String::new());
        }
        if let (true, Some(part)) = (character != '_', parts.last_mut()) {
            part.extend(character.to_lowercase());
        }
        after_lower = character.is_lowercase();
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Marks of unfinished work in comments.
fn scribbles_in(file: &File, source: &Source) -> Vec<Finding> {
    let mut found = Vec::new();
    for (index, line) in source.comments.lines().enumerate() {
        let words = line.split(|character: char| !character.is_alphanumeric());
        for word in words.filter(|word| SCRIBBLES.contains(word)) {
            let sentence = format!("`{word}` in a comment: finish it, or write an issue.");
            found.push(Finding::new(&file.path, index + 1, sentence));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences_for(path: &str, text: &str) -> Vec<String> {
        findings(&Tree::of(&[(path, text)]))
            .into_iter()
            .map(|found| found.sentence)
            .collect()
    }

    #[test]
    fn names_come_apart_whatever_their_case() {
        for name in ["AuditLog", "audit_log", "AUDIT_LOG"] {
            assert_eq!(parts_of(name), ["audit", "log"]);
        }
    }

    #[test]
    fn a_banned_word_in_a_name_is_found_with_the_right_one() {
        let found = sentences_for(
            "crates/a/src/a.rs",
            "pub struct TenantName;\nfn handle_it() {}\n",
        );
        assert_eq!(found.len(), 2);
        assert!(
            found[0].contains("we say Business or Subscriber"),
            "{found:?}"
        );
    }

    #[test]
    fn words_that_only_contain_a_banned_one_are_fine() {
        let text = "fn handler() {}\nfn accompany() {}\nconst UTILITY: u8 = 1;\n";
        assert!(sentences_for("crates/a/src/a.rs", text).is_empty());
    }

    #[test]
    fn strings_and_uses_are_not_names() {
        let text = "fn f() { other::handle(\"struct Tenant\"); } // struct Tenant\n";
        assert!(sentences_for("crates/a/src/a.rs", text).is_empty());
    }

    #[test]
    fn the_wire_may_say_uuid() {
        let text = "struct Uuid;\n";
        assert!(sentences_for("crates/manager-file/src/wire/guid.rs", text).is_empty());
        assert_eq!(sentences_for("crates/books/src/key.rs", text).len(), 1);
    }

    #[test]
    fn scribbles_are_found_in_comments_only() {
        let scribble = ["TO", "DO"].concat();
        let text = format!("// {scribble}: later\nconst A: &str = \"{scribble}\";\n");
        assert_eq!(sentences_for("crates/a/src/a.rs", &text).len(), 1);
    }
}
