// A walk that dies of something nobody thought of.
throw new Error('out of everything')
