/* counter.h - how many visitors came in, in all. */
int come_in(void); /* returns the visitor's number, from 1 */
int visitors(void);
