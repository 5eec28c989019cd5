#include "lost_update.h"

//> lose-one
/* Thread 0 is interrupted between its read and its write. What thread 1
 * adds meanwhile is overwritten. Two switches are the fewest: with one
 * switch a whole thread would come after the other. */
const struct turn lose_one[] = {
    {0, 1}, /* reads 0 */
    {1, 2}, /* reads 0, writes 1 */
    {0, 1}, /* writes 1: the addition of thread 1 is lost */
};
//< lose-one

//> end-in-two
/* Each thread overwrites 99 additions of the other. Less than 2 is not
 * possible: the total is 0 only until somebody writes, so the hundredth
 * addition of a thread, which comes after its first, reads 1 or
 * more. */
const struct turn end_in_two[] = {
    {0, 1},   /* reads 0, and keeps it */
    {1, 198}, /* 99 additions: the total is 99 */
    {0, 1},   /* writes 1: the 99 are lost */
    {1, 1},   /* begins its last addition: reads 1, and keeps it */
    {0, 198}, /* its other 99 additions: the total is 100 */
    {1, 1},   /* writes 2: the 99 are lost */
};
//< end-in-two
