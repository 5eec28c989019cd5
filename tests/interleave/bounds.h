/* bounds.h - every bound, what it means and what happens at it. */
#ifndef INTERLEAVE_BOUNDS_H
#define INTERLEAVE_BOUNDS_H

/* Threads alive at once, nested teams included. A wider team is cut to what is
 * left, as OMP_THREAD_LIMIT does. */
#define MAX_THREADS 64

/* Strands of one execution that clocks tell apart. Beyond it two tasks share
 * one: a race between the two is not seen in that schedule, so the answer is
 * UNDECIDED when none is found. A byte holds a strand's number. */
#define MAX_STRANDS 256

/* Teams of a league that run beside each other; of a larger league each thread
 * does several teams, one after the other. */
#define MAX_TEAMS_AT_ONCE 16

/* Teams of a league that does not name their number. libgomp has 3 on the host
 * and 1 in a target region; two are the least that show a race between teams. */
#define DEFAULT_TEAMS 2

/* Words of memory that one run of a simd loop may touch, beyond which its
 * iterations are no longer compared; and executions of a search in which they
 * are: schedules change little in a loop of one thread. */
#define MAX_LANE_WORDS 8192
#define LANE_EXECUTIONS 8

/* Stack of one thread. Beyond it lies a guard page: CRASH "stack overflow". */
#define STACK_BYTES ((size_t)8 << 20)

/* Bytes of a fresh stack below our own frames that hold a pattern instead of zeros,
 * so that a private variable that nobody initialised shows; and those of the latter,
 * so that what they leave unset is the same in every execution. */
#define STACK_POISON_BYTES 2048
#define STACK_OWN_BYTES 512

/* Heap of one execution. Beyond it malloc returns NULL, as the real one may. */
#define HEAP_BYTES ((size_t)1 << 30)

/* Basic blocks of one execution: ENDLESS, "still running after …". Of a program
 * that may take its time (ask.long_runs): UNDECIDED, and more of them. */
#define MAX_STEPS UINT64_C(400000000)
#define MAX_LONG_STEPS UINT64_C(1000000000)

/* Visible steps of one execution: the schedule is cut, the answer UNDECIDED. */
#define MAX_VISIBLE 100000

/* The same where nobody looks back: random schedules, and one that is given. */
#define MAX_VISIBLE_ONCE 50000000

/* And where accesses that race are steps: a race may have made a loop without an
 * end, and there is an answer already. */
#define MAX_VISIBLE_RACY 3000000

/* Visible steps that the others take after a thread has died, to see their races. */
#define MAX_STEPS_AFTER_CRASH 1000

/* Visible steps of one execution of DPOR, which looks back over all of them:
 * beyond it the search of states goes on alone. */
#define MAX_DPOR_STEPS 3000

/* Executions of a search: UNDECIDED. */
#define MAX_EXECUTIONS UINT64_C(3000000)

/* Basic blocks of a search, all executions together, with what the engines do
 * between them: UNDECIDED. Some seconds. */
#define MAX_SEARCH_STEPS UINT64_C(1500000000)

/* Random schedules tried before the search, and their basic blocks. */
#define RANDOM_EXECUTIONS 200
#define MAX_RANDOM_STEPS UINT64_C(20000000)

/* Executions of `race`: of DPOR, in case that so few are all there are, and of
 * random schedules: enough to meet what is common, few enough to be quick. */
#define RACE_COVER_EXECUTIONS 200
#define RACE_EXECUTIONS 20

/* Basic blocks and accesses of an execution that ended well, beyond which it is
 * not run again to see that it does: that would take as long as the search. */
#define MAX_PROVED_STEPS UINT64_C(5000000)

/* Executions of a search in which a race is known already: it goes on only to
 * show the worst that can come of it. */
#define MAX_RACY_EXECUTIONS UINT64_C(150000)

/* Basic blocks of such a search, all executions together. */
#define MAX_RACY_STEPS UINT64_C(300000000)

/* Basic blocks of all executions with other teams than was asked for. A program
 * of which one execution takes half of that is not run with others. */
#define MAX_OTHER_STEPS UINT64_C(100000000)

/* Distinct outcomes up to which schedules are counted for each. */
#define MAX_COUNTED 256

/* Basic blocks and accesses that one engine runs before the other has its turn:
 * executions are no measure, for the search of states abandons most of its own. */
#define ENGINE_TURN UINT64_C(100000)

/* The round of turns from which the engines go on in processes of their own, if
 * they may: by then most searches have ended, or started again. */
#define ROUNDS_TOGETHER 20

/* After one engine is done: executions that the other may still use to count. */
#define COUNTING_EXECUTIONS UINT64_C(400000)
#define MAX_COUNTING_STEPS UINT64_C(60000000)

/* Basic blocks of an execution above which what was raced on does not become a
 * scheduling point: the race is reported, what may come of it is not looked for. */
#define MAX_RESTARTED_STEPS UINT64_C(2000000)

/* Of a frame that ends while tasks may use it: the bytes nearest to its caller that
 * are judged. */
#define MAX_FRAME_JUDGED ((uintptr_t)16 << 10)

/* Words of plain memory that become scheduling points once raced on. */
#define MAX_RACY_WORDS 256

/* Distinct outcomes and races that are kept; more are counted as the last. */
#define MAX_OUTCOMES 4096
#define MAX_RACES 64

/* Captured standard output of one execution. What comes after it is not kept,
 * but tells two outcomes apart all the same. */
#define MAX_OUTPUT ((size_t)1 << 20)

/* Of standard error so many bytes are kept, to be shown where the program gave up. */
#define MAX_COMPLAINT ((size_t)200)

/* What an execution may print in all. Beyond it: ENDLESS, said so. */
#define MAX_PRINTED ((uint64_t)64 << 20)

/* Memory of visited states. Beyond it the engine gives up. */
#define MAX_STATE_BYTES ((size_t)512 << 20)

/* Memory of a checkpoint: what is larger is run again instead. */
#define MAX_CHECKPOINT_BYTES ((size_t)4 << 20)

/* Virtual nanoseconds that a thread may run ahead of others on the machine
 * where nothing is fought over. */
#define MAX_AHEAD 2000

/* Basic blocks without a visible step before a thread is looked at for
 * spinning on plain memory. */
#define SPIN_LOOK 4096

#endif
