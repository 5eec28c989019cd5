#include "atomic_capture.h"

int book(struct show *show)
{
    // TODO: take a seat and learn what was there, in one atomic step.
    if (show->seats > 0) {
        show->seats = show->seats - 1;
        return 1;
    }
    return 0;
}
