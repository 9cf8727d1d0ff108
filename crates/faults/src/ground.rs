//! The books that are worked on: made once by the program itself, copied for every point.

use crate::bench::Bench;
use crate::subject::{Desk, run};
use anyhow::{Context, Result, bail};
use catalog::{Catalog, PlaceKind};
use std::fs;
use std::path::Path;
use store_sqlite::SqliteCatalog;
use testkit::sample_files::small_business_file;

/// The business of our own making.
pub const SHOP: &str = "Shop";
/// A record in it.
pub const CUSTOMER: &str = "c0000000-0000-4000-8000-000000000001";

/// A desk with folders and no books.
pub fn empty_desk(root: &Path) -> Result<Desk> {
    let desk = Desk::at(root);
    fs::create_dir_all(root.join("files"))?;
    fs::write(desk.file("customer.json"), r#"{"Name":"Karim & Sons"}"#)?;
    fs::write(desk.file("changed.json"), r#"{"Name":"করিম"}"#)?;
    let sample = desk.file("in.books");
    small_business_file(&sample)
        .map_err(|error| anyhow::anyhow!("the sample cannot be made: {error}"))?;
    Ok(desk)
}

/// A desk with a business of our own, an imported one with an attachment, and one in Trash. Every
/// programme works on the same.
pub fn base_desk(bench: &Bench) -> Result<Desk> {
    let root = bench.folder().join("base");
    if root.exists() {
        return Ok(Desk::at(&root));
    }
    let desk = empty_desk(&root)?;
    let customer = desk.file("customer.json").display().to_string();
    let sample = desk.file("in.books").display().to_string();
    let backup = desk.file("in.manager").display().to_string();
    let kept = desk.kept().display().to_string();
    for words in [
        &[
            "business",
            "create",
            SHOP,
            "--country",
            "BD",
            "--currency",
            "BDT",
        ][..],
        &[
            "record",
            "put",
            SHOP,
            "--key",
            CUSTOMER,
            "--kind",
            "customers",
            &customer,
        ],
        &["business", "create", "Old Shop"],
        &["business", "remove", "Old Shop"],
        &["import", &sample, "--name", "Corner Shop"],
        &["backup", "Corner Shop", "--output", &backup],
        &["backups", "places", "add", "Disk", "--folder", &kept],
    ] {
        done(bench, &desk, words)?;
    }
    Ok(desk)
}

/// Runs the program, which must do it.
pub fn done(bench: &Bench, desk: &Desk, words: &[&str]) -> Result<String> {
    let ran = run(&mut desk.command(&bench.tijori, words))?;
    if !ran.is_done() {
        bail!("`tijori {}` failed: {}", words.join(" "), ran.complained);
    }
    Ok(ran.said)
}

/// A copy of a desk at a place that is emptied first.
pub fn copy_of(desk: &Desk, to: &Path) -> Result<Desk> {
    if to.exists() {
        fs::remove_dir_all(to).with_context(|| format!("{} cannot be emptied", to.display()))?;
    }
    copy_folder(&desk.root, to)?;
    let copy = Desk::at(to);
    keep_backups_in(&copy, &copy)?;
    Ok(copy)
}

/// Backups of a desk are kept at this one from now on: a place is a whole path, and names the desk
/// that this one was copied from.
pub fn keep_backups_in(desk: &Desk, there: &Desk) -> Result<()> {
    if !desk.kept().is_dir() {
        return Ok(());
    }
    let catalog = SqliteCatalog::open(&desk.data())?;
    for mut place in catalog.places()? {
        place.kind = PlaceKind::Folder(there.kept().display().to_string());
        catalog.put_place(&place)?;
    }
    Ok(())
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
