//! The PostgreSQL store: the contract of every store, and what only a database can go through.

#[cfg(test)]
mod catalog_rows;
#[cfg(test)]
mod cloud;
#[cfg(test)]
mod contract;
#[cfg(test)]
mod doubt;
#[cfg(test)]
mod errands;
#[cfg(test)]
mod ground;
#[cfg(test)]
mod objects;
#[cfg(test)]
mod sending;
#[cfg(test)]
mod silence;
#[cfg(test)]
mod subscribers;
#[cfg(test)]
mod tls;
#[cfg(test)]
mod users;
