//! What the manifests say: each crate's dependencies, with the line that names each of them.

use toml::Value;

use super::tree::{File, Tree};

/// Which section of a manifest names a dependency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Part of the program.
    Program,
    /// Part of the build script.
    Build,
    /// Part of the tests only.
    Tests,
}

/// One dependency.
#[derive(Debug, PartialEq, Eq)]
pub struct Dependency {
    /// The package depended on.
    pub package: String,
    /// Where it is named.
    pub section: Section,
    /// The line that names it, counted from one.
    pub line: usize,
}

/// One crate with what it depends on.
#[derive(Debug)]
pub struct Manifest {
    /// The path of its Cargo.toml.
    pub path: String,
    /// The package's name.
    pub name: String,
    /// All its dependencies.
    pub dependencies: Vec<Dependency>,
}

/// The manifests of all crates, or a sentence about the line that cannot be read.
pub fn manifests(tree: &Tree) -> Vec<Result<Manifest, (String, String)>> {
    let is_crate = |file: &&File| {
        file.path == "xtask/Cargo.toml"
            || (file.path.starts_with("crates/") && file.path.ends_with("/Cargo.toml"))
    };
    tree.files
        .iter()
        .filter(is_crate)
        .map(read_manifest)
        .collect()
}

/// Reads one Cargo.toml.
fn read_manifest(file: &File) -> Result<Manifest, (String, String)> {
    let refuse = |sentence: String| (file.path.clone(), sentence);
    let value: Value = toml::from_str::<toml::Table>(&file.text)
        .map(Value::Table)
        .map_err(|error| {
            refuse(format!(
                "This manifest cannot be read: {}.",
                error.message()
            ))
        })?;
    let name = value
        .get("package")
        .and_then(|package| package.get("name"))
        .and_then(Value::as_str)
        .ok_or_else(|| refuse("This manifest names no package.".to_string()))?;
    let mut dependencies = Vec::new();
    add_sections(&value, &file.text, &mut dependencies);
    for target in tables_in(value.get("target")) {
        add_sections(target, &file.text, &mut dependencies);
    }
    Ok(Manifest {
        path: file.path.clone(),
        name: name.to_string(),
        dependencies,
    })
}

/// The tables in a table, or none.
fn tables_in(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    value
        .and_then(Value::as_table)
        .into_iter()
        .flat_map(|table| table.values())
}

/// Adds what the three sections of a manifest, or of one target in it, name.
fn add_sections(value: &Value, text: &str, dependencies: &mut Vec<Dependency>) {
    let sections = [
        ("dependencies", Section::Program),
        ("build-dependencies", Section::Build),
        ("dev-dependencies", Section::Tests),
    ];
    for (key, section) in sections {
        let Some(table) = value.get(key).and_then(Value::as_table) else {
            continue;
        };
        for (name, details) in table {
            // `name = { package = "other" }` is a dependency on the other.
            let package = details
                .get("package")
                .and_then(Value::as_str)
                .unwrap_or(name);
            let line = line_naming(text, key, name);
            dependencies.push(Dependency {
                package: package.to_string(),
                section,
                line,
            });
        }
    }
}

/// The line in a section that names a dependency; the section's own first line if none does.
fn line_naming(text: &str, section: &str, name: &str) -> usize {
    let mut section_line = 1;
    let mut inside = false;
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if let Some(title) = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            inside = title == section || title.ends_with(&format!(".{section}"));
            if title == format!("{section}.{name}") {
                return index + 1;
            }
            if inside {
                section_line = index + 1;
            }
        } else if inside {
            let first_word = line.split([' ', '.', '=']).next().unwrap_or_default();
            if first_word.trim_matches('"') == name {
                return index + 1;
            }
        }
    }
    section_line
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANIFEST: &str = "[package]\nname = \"store\"\n\n[dependencies]\nbooks.workspace = true\n\
                            sql = { package = \"rusqlite\", version = \"1\" }\n\n\
                            [dev-dependencies]\ntestkit.workspace = true\n";

    #[test]
    fn dependencies_are_found_with_section_and_line() {
        let tree = Tree::of(&[("crates/store/Cargo.toml", MANIFEST)]);
        let manifest = manifests(&tree).remove(0).unwrap();
        assert_eq!(manifest.name, "store");
        let dependency = |package: &str, section, line| Dependency {
            package: package.to_string(),
            section,
            line,
        };
        assert_eq!(
            manifest.dependencies,
            [
                dependency("books", Section::Program, 5),
                dependency("rusqlite", Section::Program, 6),
                dependency("testkit", Section::Tests, 9),
            ]
        );
    }

    #[test]
    fn dependencies_of_one_platform_count_too() {
        let text = "[package]\nname = \"a\"\n[target.'cfg(unix)'.dependencies]\nrustix = \"1\"\n";
        let tree = Tree::of(&[("crates/a/Cargo.toml", text)]);
        let manifest = manifests(&tree).remove(0).unwrap();
        assert_eq!(manifest.dependencies[0].package, "rustix");
        assert_eq!(manifest.dependencies[0].line, 4);
    }

    #[test]
    fn a_manifest_that_cannot_be_read_says_so() {
        let tree = Tree::of(&[("crates/a/Cargo.toml", "[package\n")]);
        let (path, sentence) = manifests(&tree).remove(0).unwrap_err();
        assert_eq!(path, "crates/a/Cargo.toml");
        assert!(
            sentence.starts_with("This manifest cannot be read"),
            "{sentence}"
        );
    }
}
