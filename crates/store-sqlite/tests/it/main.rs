//! The SQLite store: the contract of every store, and what only a data folder can go through.

#[cfg(test)]
mod catalog_file;
#[cfg(test)]
mod contract;
#[cfg(test)]
mod disk;
#[cfg(test)]
mod folder;
#[cfg(test)]
mod ground;
#[cfg(test)]
mod killing;
#[cfg(test)]
mod second_reader;
#[cfg(test)]
mod speed;
#[cfg(test)]
mod tampering;
#[cfg(test)]
mod users;
