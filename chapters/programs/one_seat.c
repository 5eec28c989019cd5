/* One seat, two buyers, and a conductor who says whose turn it is. */
#include <stdio.h>
#include <string.h>

static int seats, tickets, looked[2];

//> turn
/* A buyer's first turn is a look, the second is a take. */
static void turn(int buyer)
{
    if (!looked[buyer]) {
        looked[buyer] = 1;
        printf("  %c looks: %d seat%s left\n", 'A' + buyer, seats,
               seats == 1 ? "" : "s");
    } else {
        seats = seats - 1;
        tickets = tickets + 1;
        printf("  %c takes it, and holds a ticket\n", 'A' + buyer);
    }
}
//< turn

static void play(const char *order)
{
    seats = 1;
    tickets = 0;
    memset(looked, 0, sizeof looked);
    printf("%s\n", order);
    for (const char *letter = order; *letter != '\0'; letter++)
        turn(*letter - 'A');
    printf("  sold %d, seats %d\n", tickets, seats);
}

int main(void)
{
    play("AAB");
    play("BBA");
}
