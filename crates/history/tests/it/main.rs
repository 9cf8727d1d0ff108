//! The chain as SPEC-history.md promises it: the vectors, and every kind of tampering found.

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tampering;
#[cfg(test)]
mod vectors;
