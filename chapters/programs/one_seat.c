/* One seat, two buyers, and four letters that say whose turn it is. */
#include <stdio.h>

//> buyer
struct buyer {
    int turns; /* how many turns this buyer has had */
    int saw;   /* the seats that this buyer saw when looking */
};

static int seats, tickets;

static void turn(struct buyer *buyer, char name)
{
    buyer->turns = buyer->turns + 1;
    if (buyer->turns == 1) {
        buyer->saw = seats;
        printf("  %c looks: %d\n", name, buyer->saw);
    } else if (buyer->saw > 0) {
        seats = seats - 1;
        tickets = tickets + 1;
        printf("  %c takes the seat\n", name);
    } else {
        printf("  %c goes home\n", name);
    }
}
//< buyer

static void play(const char *order)
{
    struct buyer buyer[2] = {{0, 0}, {0, 0}};

    seats = 1;
    tickets = 0;
    printf("%s\n", order);
    for (int i = 0; i < 4; i++)
        turn(&buyer[order[i] - 'A'], order[i]);
    printf("  tickets %d, seats %d\n", tickets, seats);
}

int main(void)
{
    play("AABB");
    play("BBAA");
}
