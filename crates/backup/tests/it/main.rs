//! The tests of the backup engine, against a real store and real files.

mod damage;
mod round_trip;
mod sections;
mod setting;
mod writers;
