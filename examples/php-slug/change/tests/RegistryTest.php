<?php

declare(strict_types=1);

namespace Example\Slug\Tests;

use Example\Slug\Registry;
use PHPUnit\Framework\TestCase;

final class RegistryTest extends TestCase
{
    public function testAFreeSlugStaysAsItIs(): void
    {
        self::assertSame('news', (new Registry())->claim('news'));
    }

    public function testAReleasedSlugIsFreeAgain(): void
    {
        $registry = new Registry();
        $registry->claim('news');
        self::assertTrue($registry->release('news'));
        self::assertSame('news', $registry->claim('news'));
    }
}
