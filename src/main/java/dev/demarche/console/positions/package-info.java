/**
 * Who stands where: the matrix of actors and issues, and what proves one of its cells. Enter by {@link dev.demarche.console.positions.PositionPages} and
 * {@link dev.demarche.console.positions.PositionApi}. The whole line of an actor on an issue lies in the store of one instance of the stream:
 * {@link dev.demarche.console.positions.HeldLines} asks that one.
 */
package dev.demarche.console.positions;
