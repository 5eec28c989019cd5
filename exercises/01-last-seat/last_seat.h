/* last_seat.h - the contract of exercise 01.
 *
 * The cinema has one seat left and two buyers, A and B. Each buyer
 * does two things, first the look, then the take:
 *
 *     look   read the counter; remember whether a seat is left
 *     take   if the look saw a seat: one seat less, one ticket more;
 *            otherwise go home
 *
 * Neither can be interrupted halfway, but between the two a buyer can
 * be made to wait for as long as you like.
 */
#ifndef LAST_SEAT_H
#define LAST_SEAT_H

/* Who goes when: four letters, one for each turn.
 *
 * 'A' gives the turn to buyer A, 'B' to buyer B. Each buyer has exactly
 * two turns: the first is the look, the second the take. No other
 * letters, no blanks. */
extern const char *order;

#endif
