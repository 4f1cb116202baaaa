<?php

declare(strict_types=1);

namespace Example\Slug;

/** One slug with the usual settings. */
function slug(string $title): string
{
    return (new Slugger())->slug($title);
}
