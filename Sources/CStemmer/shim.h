// Snowball's libstemmer (BSD): plain C, so Swift takes its header as it is.
#pragma once
#include <libstemmer.h>
