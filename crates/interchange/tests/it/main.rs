//! Tests of `interchange` from the outside, over sample files where they are present.

#[cfg(test)]
mod damage;
#[cfg(test)]
mod decoding;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod patching;
#[cfg(test)]
mod plain;
#[cfg(test)]
mod registry;
#[cfg(test)]
mod sample_files;
#[cfg(test)]
mod written_spec;
