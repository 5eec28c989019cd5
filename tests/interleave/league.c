/* league.c - the teams construct: a league of teams that run beside each other.
 *
 * Nothing orders one team of a league before another, and no barrier holds for
 * all of them: what two teams do to the same data is a race unless atomics or a
 * lock prevent it. So the initial threads of the teams are threads like any
 * others, forked and joined as those of a region, each with a team of its own.
 *
 * On the host (GOMP_teams_reg) a team is a call of a function. In a target
 * region gcc writes the body out in a loop
 *
 *     for (first = true; GOMP_teams4(low, high, limit, first); first = false)
 *         body
 *
 * within the function of the target region. There the other teams' threads run
 * that whole function too; what stands before the loop only copies arguments.
 */
#include <omp.h>

#include "interleave/abi.h"
#include "interleave/team.h"

#pragma GCC diagnostic ignored "-Wmissing-prototypes"

struct league {
    void (*function)(void *);
    void *data;
    int teams, width; /* all of them; threads, of which each does every width-th team */
    struct icv icv;
    struct origin origin;
    struct team *threads; /* the fork */
};

static unsigned smaller(unsigned a, unsigned b) { return a < b ? a : b; }

static struct league *league_new(void (*function)(void *), void *data, unsigned teams,
                                 unsigned limit, struct origin origin)
{
    struct league *league = stage_alloc(sizeof *league);
    if (teams == 0)
        teams = stage.teams ? (unsigned)stage.teams : DEFAULT_TEAMS;
    if (limit == 0)
        limit = (unsigned)stage.teams_limit;
    league->function = function;
    league->data = data;
    league->teams = (int)smaller(teams, INT32_MAX);
    league->width = (int)smaller(teams, MAX_TEAMS_AT_ONCE);
    league->icv = stage.self->implicit->icv;
    league->origin = origin;
    if (limit > 0)
        league->icv.thread_limit = (int)smaller(limit, (unsigned)stage.thread_limit);
    return league;
}

/* The running thread becomes the initial thread of one team. */
static struct team *enter(struct league *league, int number)
{
    struct team *team = team_alone(league->function, league->data, &league->icv, league->origin);
    team->league = league;
    team->teams = league->teams;
    team->team_number = number;
    return team;
}

static void member_main(void *argument)
{
    struct league *league = argument;
    for (int i = stage.self->number; i < league->teams; i += league->threads->size) {
        struct team *team = enter(league, i);
        league->function(league->data);
        team_not_alone(team);
    }
}

/* Its threads stand before their first team; the running one is the first. */
static void start(struct team *threads, void *league)
{
    ((struct league *)league)->threads = threads;
}

static void league_fork(struct league *league)
{
    team_fork(member_main, league, league->width, 0, league->origin, start, league);
}

ABI void GOMP_teams_reg(void (*function)(void *), void *data, unsigned teams, unsigned limit,
                        unsigned flags)
{
    (void)flags;
    struct league *league = league_new(function, data, teams, limit, ORIGIN);
    league_fork(league);
    member_main(league);
    team_join(league->threads);
}

/* The encountering thread's way through the loop: it does team 0 and every
 * width-th after it. */
static bool begin_inline(unsigned teams, unsigned limit, struct origin origin)
{
    const struct team *target = stage.self->team;
    struct league *league = league_new(target->function, target->data, teams, limit, origin);
    league_fork(league);
    enter(league, 0)->in_body = true;
    return true;
}

static bool next_inline(struct team *team)
{
    struct league *league = team->league;
    int number = team->team_number + league->threads->size;
    team_not_alone(team);
    if (number < league->teams) {
        enter(league, number)->in_body = true;
        return true;
    }
    team_join(league->threads);
    return false;
}

ABI bool GOMP_teams4(unsigned low, unsigned high, unsigned limit, bool first)
{
    (void)high;
    struct team *team = stage.self->team;
    const struct league *league = team->league;
    if (first && league && !team->in_body)
        return team->in_body = true;
    if (first)
        return begin_inline(low, limit, ORIGIN);
    if (league && league->threads->master == stage.self)
        return next_inline(team);
    return false; /* member_main() goes on */
}

/* Before OpenMP 5.1 gcc only told how many there might be. */
ABI void GOMP_teams(unsigned teams, unsigned limit)
{
    (void)teams;
    if (limit > 0)
        stage.self->implicit->icv.thread_limit = (int)smaller(limit, (unsigned)stage.thread_limit);
}

ABI int omp_get_num_teams(void) { return stage.self->team->teams; }
ABI int omp_get_team_num(void) { return stage.self->team->team_number; }
ABI int omp_get_max_teams(void) { return stage.teams; }
ABI int omp_get_teams_thread_limit(void) { return stage.teams_limit; }

ABI void omp_set_num_teams(int teams)
{
    if (teams >= 0)
        stage.teams = teams;
}

ABI void omp_set_teams_thread_limit(int limit)
{
    if (limit >= 0)
        stage.teams_limit = limit;
}
