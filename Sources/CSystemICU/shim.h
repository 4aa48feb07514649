// ICU's own headers rename every function by macro, which Swift cannot import; CICU wraps them in C++ instead.
#pragma once
