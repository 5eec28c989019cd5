#include "split_by_hand.h"

#include <omp.h>

//> share
struct range share(int n, int threads, int t)
{
	int each = n / threads;  /* everybody gets so many */
	int extra = n % threads; /* the first `extra` threads one more */

	/* Before thread t come t threads, and min(t, extra) of them have
	 * one task more. With fewer tasks than threads, each is 0 and the
	 * formula still holds: the first n threads get one task. */
	int begin = t * each + (t < extra ? t : extra);
	int size = each + (t < extra ? 1 : 0);
	return (struct range){begin, begin + size};
}
//< share

//> run_all
void run_all(int n)
{
	#pragma omp parallel default(none) shared(n)
	{
		/* Asked inside: outside the region the team has one thread. */
		int threads = omp_get_num_threads();
		int t = omp_get_thread_num();

		struct range mine = share(n, threads, t);
		for (int i = mine.begin; i < mine.end; i++)
			do_task(i);
	}
}
//< run_all
