//! A disk on paper: what a power cut could leave of the operations that were written down.
//!
//! Files are numbered, names lead to numbers. Whatever was not synced is pending and may or may not
//! be there after the cut: names in any combination that respects their order on the same name,
//! contents sector by sector. Two kinds of disk are known:
//!
//! - **strict**: exactly what POSIX promises. A file's sync makes its content last and nothing
//!   else; a folder's sync makes the names in it last.
//! - **journal**: as ext4 and its like behave. Names reach the disk in the order in which they were
//!   made, and any sync brings along all that were made before it.
//!
//! On both, a rename is one step, also from folder to folder, as on every file system with a
//! journal. A sector of 512 bytes is written whole or not at all.

use crate::random::Numbers;
use crate::record::Step;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What is written whole or not at all, in bytes.
const SECTOR: usize = 512;

/// What syncing means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What POSIX promises and no more.
    Strict,
    /// Names in order, and every sync brings them along.
    Journal,
}

/// What of the pending is there after the cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// Nothing.
    OnlySynced,
    /// All names and no content.
    NamesWithoutData,
    /// Everything.
    Everything,
    /// By chance, with torn writes.
    Chance,
}

/// The policies that are tried at each point: chance twice.
pub const POLICIES: [Policy; 5] = [
    Policy::OnlySynced,
    Policy::NamesWithoutData,
    Policy::Everything,
    Policy::Chance,
    Policy::Chance,
];

/// What a name leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Node {
    Folder,
    File(usize),
}

/// A change of names: what they lead to afterwards. One step, whole or not at all.
#[derive(Debug, Clone)]
struct NameChange(Vec<(PathBuf, Option<Node>)>);

impl NameChange {
    fn touches(&self, other: &Self) -> bool {
        self.0
            .iter()
            .any(|(path, _)| other.0.iter().any(|(theirs, _)| theirs == path))
    }

    fn is_in(&self, folder: &Path) -> bool {
        self.0.iter().any(|(path, _)| path.parent() == Some(folder))
    }

    fn apply(&self, names: &mut BTreeMap<PathBuf, Node>) {
        for (path, node) in &self.0 {
            match node {
                Some(node) => names.insert(path.clone(), *node),
                None => names.remove(path),
            };
        }
    }
}

/// A change of a file's content.
#[derive(Debug, Clone)]
enum Change {
    Resize(usize),
    Write(usize, Vec<u8>),
}

/// A file: what is surely on the disk, and what may be.
#[derive(Debug, Clone, Default)]
struct File {
    lasting: Vec<u8>,
    pending: Vec<Change>,
}

/// The disk.
#[derive(Debug, Clone)]
pub struct Disk {
    kind: Kind,
    files: Vec<File>,
    /// As the running program sees them.
    seen: BTreeMap<PathBuf, Node>,
    lasting: BTreeMap<PathBuf, Node>,
    pending: Vec<NameChange>,
}

impl Disk {
    /// A disk with these folders on it and nothing else.
    pub fn new(kind: Kind, folders: &[&str]) -> Self {
        let lasting: BTreeMap<PathBuf, Node> = folders
            .iter()
            .map(|folder| (PathBuf::from(folder), Node::Folder))
            .collect();
        Self {
            kind,
            files: Vec::new(),
            seen: lasting.clone(),
            lasting,
            pending: Vec::new(),
        }
    }

    /// Does a step.
    pub fn apply(&mut self, step: &Step) {
        match step {
            Step::Create(path) => {
                self.files.push(File::default());
                let node = Node::File(self.files.len() - 1);
                self.rename(vec![(path.clone(), Some(node))]);
            }
            Step::MakeFolder(path) => self.rename(vec![(path.clone(), Some(Node::Folder))]),
            Step::Rename(from, to) => {
                let node = self.seen.get(from).copied();
                self.rename(vec![(from.clone(), None), (to.clone(), node)]);
            }
            Step::Link(from, to) => {
                let node = self.seen.get(from).copied();
                self.rename(vec![(to.clone(), node)]);
            }
            Step::Unlink(path) | Step::RemoveFolder(path) => {
                self.rename(vec![(path.clone(), None)]);
            }
            Step::Resize(path, size) => self.change(path, Change::Resize(*size)),
            Step::Write(path, at, bytes) => self.change(path, Change::Write(*at, bytes.clone())),
            Step::SyncFile(path) => {
                if let Some(file) = self.file(path) {
                    for change in std::mem::take(&mut file.pending) {
                        apply(&change, &mut file.lasting, &mut |_| true);
                    }
                }
                self.sync_names(None);
            }
            Step::SyncFolder(path) => self.sync_names(Some(path)),
            Step::Said(_) => {}
        }
    }

    fn file(&mut self, path: &Path) -> Option<&mut File> {
        match self.seen.get(path) {
            Some(Node::File(number)) => self.files.get_mut(*number),
            _ => None,
        }
    }

    fn change(&mut self, path: &Path, change: Change) {
        if let Some(file) = self.file(path) {
            file.pending.push(change);
        }
    }

    fn rename(&mut self, change: Vec<(PathBuf, Option<Node>)>) {
        let change = NameChange(change);
        change.apply(&mut self.seen);
        self.pending.push(change);
    }

    /// Makes names last: those in a folder, or on a disk with a journal all.
    fn sync_names(&mut self, folder: Option<&Path>) {
        let wanted: Vec<bool> = self
            .pending
            .iter()
            .map(|change| match (self.kind, folder) {
                (Kind::Journal, _) => true,
                (Kind::Strict, Some(folder)) => change.is_in(folder),
                (Kind::Strict, None) => false,
            })
            .collect();
        let chosen = self.with_what_came_before(wanted);
        for (change, is_chosen) in self.pending.iter().zip(&chosen) {
            if *is_chosen {
                change.apply(&mut self.lasting);
            }
        }
        let mut chosen = chosen.into_iter();
        self.pending.retain(|_| !chosen.next().unwrap_or(false));
    }

    /// A name cannot skip a step: what was done to it before is there too.
    fn with_what_came_before(&self, mut chosen: Vec<bool>) -> Vec<bool> {
        for later in (0..chosen.len()).rev() {
            if chosen[later] {
                let earlier = chosen.iter_mut().zip(&self.pending).take(later);
                for (is_chosen, change) in earlier {
                    *is_chosen |= change.touches(&self.pending[later]);
                }
            }
        }
        chosen
    }

    /// Writes what is left after a cut now into an empty folder.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn cut(&self, policy: Policy, numbers: &mut Numbers, into: &Path) -> io::Result<()> {
        let mut names = self.lasting.clone();
        for change in self.names_left(policy, numbers) {
            change.apply(&mut names);
        }
        let mut made: BTreeSet<&Path> = BTreeSet::from([Path::new("")]);
        for (path, node) in &names {
            // A name in a folder that is not there is nowhere.
            if !path.parent().is_some_and(|parent| made.contains(parent)) {
                continue;
            }
            match node {
                Node::Folder => {
                    fs::create_dir(into.join(path))?;
                    made.insert(path);
                }
                Node::File(number) => {
                    let content = self.content_left(*number, policy, numbers);
                    fs::write(into.join(path), content)?;
                }
            }
        }
        Ok(())
    }

    fn names_left(&self, policy: Policy, numbers: &mut Numbers) -> Vec<&NameChange> {
        let count = self.pending.len();
        let chosen = match (policy, self.kind) {
            (Policy::OnlySynced, _) => vec![false; count],
            (Policy::NamesWithoutData | Policy::Everything, _) => vec![true; count],
            (Policy::Chance, Kind::Journal) => {
                let reached = numbers.below(count + 1);
                (0..count).map(|at| at < reached).collect()
            }
            (Policy::Chance, Kind::Strict) => {
                self.with_what_came_before((0..count).map(|_| numbers.coin()).collect())
            }
        };
        let pending = self.pending.iter().zip(chosen);
        pending
            .filter_map(|(change, is_chosen)| is_chosen.then_some(change))
            .collect()
    }

    fn content_left(&self, number: usize, policy: Policy, numbers: &mut Numbers) -> Vec<u8> {
        let Some(file) = self.files.get(number) else {
            return Vec::new();
        };
        let mut content = file.lasting.clone();
        // For each file by chance: nothing of it, all of it, or sector by sector.
        let mood = numbers.below(4);
        for change in &file.pending {
            apply(change, &mut content, &mut |_| match (policy, mood) {
                (Policy::Everything, _) | (Policy::Chance, 0) => true,
                (Policy::Chance, 1) | (Policy::OnlySynced | Policy::NamesWithoutData, _) => false,
                (Policy::Chance, _) => numbers.coin(),
            });
        }
        content
    }
}

/// Does a change, sector by sector as `keeps` says.
fn apply(change: &Change, content: &mut Vec<u8>, keeps: &mut dyn FnMut(usize) -> bool) {
    match change {
        Change::Resize(size) => {
            if keeps(0) {
                content.resize(*size, 0);
            }
        }
        Change::Write(at, bytes) => {
            let mut from = 0;
            while from < bytes.len() {
                let place = at + from;
                let to = bytes.len().min(from + SECTOR - place % SECTOR);
                if keeps(place / SECTOR) {
                    let end = at + to;
                    if content.len() < end {
                        content.resize(end, 0);
                    }
                    content[place..end].copy_from_slice(&bytes[from..to]);
                }
                from = to;
            }
        }
    }
}

#[cfg(test)]
mod tests;
